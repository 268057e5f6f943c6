-- briefing/conflicts
SELECT
  latest_value.indicator_id,
  latest_value.market,
  latest_value.region,
  latest_value.year,
  latest_value.unit,
  latest_value.value,
  latest_value.qualifier,
  published.low,
  published.high,
  published.source_ids
FROM latest_value
INNER JOIN published
  ON latest_value.indicator_id = published.indicator_id
  AND latest_value.market = published.market
  AND latest_value.region = published.region
  AND latest_value.year = published.year
INNER JOIN series
  ON latest_value.indicator_id = series.indicator_id
  AND latest_value.market = series.market
  AND latest_value.region = series.region
WHERE
  (
    SIZE((
      CAST(:markets AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:markets AS ARRAY<STRING>)
    ), latest_value.market)
  )
  AND published.is_disputed
ORDER BY
  series.position NULLS LAST,
  latest_value.market NULLS LAST,
  latest_value.indicator_id NULLS LAST,
  latest_value.region NULLS LAST;

-- briefing/gaps
SELECT
  COUNT(*) FILTER(WHERE
    NOT company.status IN ('left', 'unheard')) AS listed,
  COUNT(*) FILTER(WHERE
    NOT company.status IN ('left', 'unheard', 'announced')
    AND company.arrived IS NULL) AS undated,
  COUNT(*) FILTER(WHERE
    NOT company.status IN ('left', 'unheard') AND company.employees IS NULL) AS unstaffed,
  COUNT(*) FILTER(WHERE
    NOT company.status IN ('left', 'unheard') AND company.city IS NULL) AS unplaced,
  COUNT(*) FILTER(WHERE
    company.status = 'unheard') AS unheard
FROM company
WHERE
  (
    SIZE((
      CAST(:markets AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:markets AS ARRAY<STRING>)
    ), company.market)
  );

-- briefing/old
SELECT
  best_series.subject,
  best_series.indicator_id,
  best_series.market,
  best_series.region,
  best_series.year,
  best_series.unit,
  best_series.value,
  best_series.qualifier,
  best_series.source_id
FROM best_series
WHERE
  (
    SIZE((
      CAST(:markets AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:markets AS ARRAY<STRING>)
    ), best_series.market)
  )
  AND best_series.is_old
ORDER BY
  best_series.market NULLS LAST,
  best_series.subject NULLS LAST;

-- checks/arrival_before_founding
SELECT
  'milestones.csv' AS file,
  milestones.milestone_id AS id,
  'year' AS column_name,
  CAST(milestones.year AS STRING) AS value,
  'earlier than the company is here ({other})' AS rule,
  'Correct the year of the milestone or the company\'s year of establishment.' AS mend,
  companies.established AS other
FROM milestones
INNER JOIN companies
  ON milestones.company_id = companies.company_id
WHERE
  NOT companies.established IS NULL
  AND milestones.kind IN ('expansion', 'rnd-centre', 'hq-upgrade', 'downsizing', 'closure')
  AND milestones.year < companies.established - 1
ORDER BY
  milestones.milestone_id NULLS LAST;

-- checks/due_before_begin
SELECT
  'milestones.csv' AS file,
  milestone_id AS id,
  'due_year' AS column_name,
  CAST(due_year AS STRING) AS value,
  'due before the year of the milestone ({other})' AS rule,
  'Correct one of the two years; leave due_year empty if the source does not say it.' AS mend,
  year AS other
FROM milestones
WHERE
  due_year < year
ORDER BY
  milestone_id NULLS LAST;

-- checks/employees_without_year
SELECT
  'companies.csv' AS file,
  company_id AS id,
  'employees_year' AS column_name,
  CAST(employees AS STRING) AS value,
  'employees are given without their year' AS rule,
  'Write the year the number is from (the year of the source if it speaks of today), or empty the number.' AS mend
FROM companies
WHERE
  NOT employees IS NULL AND employees_year IS NULL
ORDER BY
  company_id NULLS LAST;

-- checks/employees_year_without_employees
SELECT
  'companies.csv' AS file,
  company_id AS id,
  'employees' AS column_name,
  CAST(employees_year AS STRING) AS value,
  'the year of the employee figure stands without the figure' AS rule,
  'Write the number of employees, or empty the year.' AS mend
FROM companies
WHERE
  employees IS NULL AND NOT employees_year IS NULL
ORDER BY
  company_id NULLS LAST;

-- checks/end_before_begin
WITH ended AS (
  SELECT
    events.event_id,
    CONCAT_WS('-', events.end_year, events.end_month, events.end_day) AS value,
    (
      events.end_year IS NULL AND NOT events.end_month IS NULL
    )
    OR (
      events.end_month IS NULL AND NOT events.end_day IS NULL
    ) AS is_torn,
    NOT events.end_year IS NULL
    AND (
      events.end_year,
      COALESCE(events.end_month, events.month, 1),
      COALESCE(events.end_day, events.day, 1)
    ) < (events.year, COALESCE(events.month, 1), COALESCE(events.day, 1)) AS is_early
  FROM events
)
SELECT
  'events.csv' AS file,
  ended.event_id AS id,
  'end_year' AS column_name,
  ended.value,
  IF(
    ended.is_torn,
    'the end has no year or no month',
    'the end lies before the beginning'
  ) AS rule,
  'Correct the end; empty its three cells if it is not known.' AS mend
FROM ended
WHERE
  ended.is_torn OR ended.is_early
ORDER BY
  2 NULLS LAST;

-- checks/fractional_count
SELECT
  'indicators.csv' AS file,
  indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year AS id,
  'value' AS column_name,
  CAST(indicators.value AS STRING) AS value,
  'a count or rank is no whole number' AS rule,
  'Write the whole number from the source; an average needs an indicator with another unit.' AS mend
FROM indicators
INNER JOIN indicator_types
  ON indicators.indicator_id = indicator_types.indicator_id
WHERE
  indicator_types.unit IN ('count', 'rank')
  AND indicators.value <> ROUND(indicators.value)
ORDER BY
  indicators.indicator_id NULLS LAST,
  indicators.market NULLS LAST,
  indicators.year NULLS LAST;

-- checks/impossible_day
SELECT
  'events.csv' AS file,
  events.event_id AS id,
  'day' AS column_name,
  CAST(events.day AS STRING) AS value,
  'the month has no such day' AS rule,
  'Correct the day or the month; empty the day if only the month is known.' AS mend
FROM events
WHERE
  NOT events.day IS NULL
  AND (
    events.month IS NULL
    OR TRY_CAST(PRINTF('%04d-%02d-%02d', events.year, events.month, events.day) AS DATE) IS NULL
  )
UNION ALL
SELECT
  'events.csv',
  events.event_id,
  'end_day',
  CAST(events.end_day AS STRING),
  'the month has no such day',
  'Correct the day or the month; empty the day if only the month is known.'
FROM events
WHERE
  NOT events.end_day IS NULL
  AND TRY_CAST(PRINTF('%04d-%02d-%02d', events.end_year, events.end_month, events.end_day) AS DATE) IS NULL
UNION ALL
SELECT
  'sources.csv',
  sources.source_id,
  'published',
  sources.published,
  'the month has no such day',
  'Correct the date; write only year and month if the day is not known.'
FROM sources
WHERE
  LENGTH(sources.published) = 10 AND TRY_CAST(sources.published AS DATE) IS NULL
ORDER BY
  1 NULLS LAST,
  2 NULLS LAST;

-- checks/impossible_year
WITH newest AS (
  SELECT
    MAX(CAST(SUBSTRING(published, 1, 4) AS INT)) AS year
  FROM sources
  WHERE
    NOT published IS NULL AND published RLIKE '^[0-9]{4}'
), dated AS (
  SELECT
    'indicators.csv' AS file,
    indicator_id || ' ' || market || ' ' || region || ' ' || year AS id,
    'year' AS column_name,
    year,
    0 AS ahead
  FROM indicators
  UNION ALL
  SELECT
    'milestones.csv',
    milestone_id,
    'year',
    year,
    2
  FROM milestones
  UNION ALL
  SELECT
    'signals.csv',
    signal_id,
    'year',
    year,
    0
  FROM signals
  UNION ALL
  SELECT
    'companies.csv',
    company_id,
    'established',
    established,
    2
  FROM companies
  WHERE
    NOT established IS NULL
  UNION ALL
  SELECT
    'companies.csv',
    company_id,
    'employees_year',
    employees_year,
    0
  FROM companies
  WHERE
    NOT employees_year IS NULL
  UNION ALL
  SELECT
    'institutions.csv',
    institution_id,
    'since_year',
    since_year,
    0
  FROM institutions
  WHERE
    NOT since_year IS NULL
)
SELECT
  dated.file,
  dated.id,
  dated.column_name,
  CAST(dated.year AS STRING) AS value,
  'the year is later than any source could know' AS rule,
  'Correct the year, or add the newer source.' AS mend
FROM dated
CROSS JOIN newest
WHERE
  dated.year > newest.year + dated.ahead
ORDER BY
  dated.file NULLS LAST,
  dated.id NULLS LAST,
  dated.column_name NULLS LAST;

-- checks/missing_translation
WITH texts AS (
  SELECT
    'companies.csv' AS file,
    company_id AS id,
    'note' AS column_name,
    note_en AS en,
    note_de AS de
  FROM companies
  UNION ALL
  SELECT
    'milestones.csv',
    milestone_id,
    'description',
    description_en,
    description_de
  FROM milestones
  UNION ALL
  SELECT
    'institutions.csv',
    institution_id,
    'description',
    description_en,
    description_de
  FROM institutions
  UNION ALL
  SELECT
    'events.csv',
    event_id,
    'place',
    place_en,
    place_de
  FROM events
  UNION ALL
  SELECT
    'desks.csv',
    desk_id,
    'focus',
    focus_en,
    focus_de
  FROM desks
  UNION ALL
  SELECT
    'indicators.csv',
    indicator_id || ' ' || market || ' ' || region || ' ' || year,
    'note',
    note_en,
    note_de
  FROM indicators
)
SELECT
  texts.file,
  texts.id,
  texts.column_name || CASE WHEN texts.en IS NULL THEN '_en' ELSE '_de' END AS column_name,
  COALESCE(texts.en, texts.de) AS value,
  'the text exists in one language only' AS rule,
  'Write the other language\'s wording beside it.' AS mend
FROM texts
WHERE
  (
    texts.en IS NULL
  ) <> (
    texts.de IS NULL
  )
ORDER BY
  texts.file NULLS LAST,
  texts.id NULLS LAST;

-- checks/negative_count
SELECT
  'indicators.csv' AS file,
  indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year AS id,
  'value' AS column_name,
  CAST(indicators.value AS STRING) AS value,
  'a count is negative' AS rule,
  'Correct the value; if it is a change or a balance, use an indicator whose id says so (…-change, net-…, …-flow).' AS mend
FROM indicators
INNER JOIN indicator_types
  ON indicators.indicator_id = indicator_types.indicator_id
WHERE
  indicator_types.unit IN ('count', 'rank', 'sqm')
  AND indicators.value < 0
  AND NOT indicators.indicator_id RLIKE 'change|net-|flow|balance'
ORDER BY
  indicators.indicator_id NULLS LAST,
  indicators.market NULLS LAST,
  indicators.year NULLS LAST;

-- checks/one_preferred_value
SELECT
  'indicators.csv' AS file,
  indicator_id || ' ' || market || ' ' || region || ' ' || year AS id,
  'preferred' AS column_name,
  CAST(COUNT(*) FILTER(WHERE
    preferred) AS STRING) AS value,
  'of several sources for one point exactly one must be preferred, of the public ones too' AS rule,
  'Write true in one of the rows (the most authoritative and exact source) and false in the others.' AS mend
FROM indicators
GROUP BY
  indicator_id,
  market,
  region,
  year
HAVING
  COUNT(*) FILTER(WHERE
    preferred) <> 1
  OR (
    BOOL_OR(visibility = 'public')
    AND COUNT(*) FILTER(WHERE
      preferred AND visibility = 'public') <> 1
  )
ORDER BY
  indicator_id NULLS LAST,
  market NULLS LAST,
  region NULLS LAST,
  year NULLS LAST;

-- checks/percent_range
SELECT
  'indicators.csv' AS file,
  indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year AS id,
  'value' AS column_name,
  CAST(indicators.value AS STRING) AS value,
  'a percentage lies outside 0 to 100' AS rule,
  'Write percent (11.5 for 11.5 percent), not a share or a count.' AS mend
FROM indicators
INNER JOIN indicator_types
  ON indicators.indicator_id = indicator_types.indicator_id
WHERE
  indicator_types.unit = 'percent'
  AND (
    indicators.value < 0 OR indicators.value > 100
  )
ORDER BY
  indicators.indicator_id NULLS LAST,
  indicators.market NULLS LAST,
  indicators.year NULLS LAST;

-- checks/public_refers_to_internal
WITH pointing AS (
  SELECT
    'milestones.csv' AS file,
    milestones.milestone_id AS id,
    'company_id' AS column_name,
    milestones.company_id AS value
  FROM milestones
  INNER JOIN companies
    ON milestones.company_id = companies.company_id
  WHERE
    milestones.visibility = 'public' AND companies.visibility = 'internal'
  UNION ALL
  SELECT
    'companies.csv',
    companies.company_id,
    'source_id',
    companies.source_id
  FROM companies
  INNER JOIN sources
    ON companies.source_id = sources.source_id
  WHERE
    companies.visibility = 'public' AND sources.visibility = 'internal'
  UNION ALL
  SELECT
    'milestones.csv',
    milestones.milestone_id,
    'source_id',
    milestones.source_id
  FROM milestones
  INNER JOIN sources
    ON milestones.source_id = sources.source_id
  WHERE
    milestones.visibility = 'public' AND sources.visibility = 'internal'
  UNION ALL
  SELECT
    'indicators.csv',
    indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year,
    'source_id',
    indicators.source_id
  FROM indicators
  INNER JOIN sources
    ON indicators.source_id = sources.source_id
  WHERE
    indicators.visibility = 'public' AND sources.visibility = 'internal'
  UNION ALL
  SELECT
    'project_partners.csv',
    project_partners.project_id,
    'project_id',
    project_partners.project_id
  FROM project_partners
  INNER JOIN projects
    ON project_partners.project_id = projects.project_id
  WHERE
    project_partners.visibility = 'public' AND projects.visibility = 'internal'
  UNION ALL
  SELECT
    'project_partners.csv',
    project_partners.project_id,
    'company_id',
    project_partners.company_id
  FROM project_partners
  INNER JOIN companies
    ON project_partners.company_id = companies.company_id
  WHERE
    project_partners.visibility = 'public' AND companies.visibility = 'internal'
)
SELECT
  pointing.file,
  pointing.id,
  pointing.column_name,
  pointing.value,
  'a public row points to an internal one' AS rule,
  'Make this row internal too, or give it a public source.' AS mend
FROM pointing
ORDER BY
  pointing.file NULLS LAST,
  pointing.id NULLS LAST;

-- checks/region_larger_than_whole
SELECT
  'indicators.csv' AS file,
  small.indicator_id || ' ' || small.market || ' ' || small.region || ' ' || small.year AS id,
  'value' AS column_name,
  CAST(small.value AS STRING) AS value,
  'larger than the value of {other}' AS rule,
  'Correct one of the two, or give them different indicators if they count different things.' AS mend,
  large.region || ' (' || CAST(large.value AS STRING) || ')' AS other
FROM region_within
INNER JOIN published AS small
  ON region_within.region = small.region
INNER JOIN published AS large
  ON region_within.whole = large.region
  AND small.indicator_id = large.indicator_id
  AND small.market = large.market
  AND small.year = large.year
WHERE
  small.unit IN ('count', 'eur-m')
  AND small.qualifier = 'exact'
  AND large.qualifier = 'exact'
  AND small.value > large.value
ORDER BY
  small.indicator_id NULLS LAST,
  small.market NULLS LAST,
  small.year NULLS LAST;

-- checks/relocation_without_town
SELECT
  'milestones.csv' AS file,
  milestone_id AS id,
  'to_city' AS column_name,
  CAST(NULL AS STRING) AS value,
  'a relocation without the town it left or came to' AS rule,
  'Write the towns as in places.csv; for a move within a town the same in both.' AS mend
FROM milestones
WHERE
  kind = 'relocation' AND from_city IS NULL AND to_city IS NULL
ORDER BY
  milestone_id NULLS LAST;

-- checks/total_smaller_than_part
SELECT
  'indicators.csv' AS file,
  part.indicator_id || ' ' || part.market || ' ' || part.region || ' ' || part.year AS id,
  'value' AS column_name,
  CAST(part.value AS STRING) AS value,
  'the total of all countries ({other}) is smaller than this part' AS rule,
  'Correct one of the two, or give them different indicators if they count different things.' AS mend,
  total.value AS other
FROM published AS part
INNER JOIN published AS total
  ON part.indicator_id = total.indicator_id
  AND part.region = total.region
  AND part.year = total.year
  AND total.market = 'all'
WHERE
  part.market <> 'all'
  AND part.unit IN ('count', 'eur-m')
  AND part.value > total.value
ORDER BY
  part.indicator_id NULLS LAST,
  part.market NULLS LAST,
  part.year NULLS LAST;

-- checks/unknown_city
WITH known AS (
  SELECT
    place AS code,
    'places.csv' AS file
  FROM places
  UNION ALL
  SELECT
    market,
    'markets.csv'
  FROM markets
  UNION ALL
  SELECT
    region,
    'regions.csv'
  FROM regions
), named AS (
  SELECT
    keys.key,
    keys.file,
    GET_JSON_OBJECT(described.city, (
      '$.' || keys.key
    )) AS code
  FROM described, VALUES
    ('place', 'places.csv'),
    ('country', 'markets.csv'),
    ('region', 'regions.csv'),
    ('first.market', 'markets.csv'),
    ('first.arrivals', 'markets.csv'),
    ('first.way.market', 'markets.csv'),
    ('first.way.region', 'regions.csv') AS keys(key, file)
)
SELECT
  'city.toml' AS file,
  named.key AS id,
  named.key AS column_name,
  named.code AS value,
  'no row of {other} has this code' AS rule,
  'Write the code as in that table, or add the row there.' AS mend,
  named.file AS other
FROM named
ANTI JOIN known
  ON named.file = known.file AND named.code = known.code
WHERE
  named.code <> '' OR named.key NOT LIKE 'first.%'
ORDER BY
  named.key NULLS LAST;

-- checks/unknown_topic
SELECT
  'companies.csv' AS file,
  company_topic.company_id AS id,
  'topics' AS column_name,
  company_topic.topic_id AS value,
  'topics.csv has no such topic' AS rule,
  'Correct the code, or add a row to topics.csv.' AS mend
FROM company_topic
LEFT JOIN topics
  ON company_topic.topic_id = topics.topic_id
WHERE
  topics.topic_id IS NULL
ORDER BY
  2 NULLS LAST;

-- cities/arrivals
WITH wanted AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'sector'),
      pair -> SUBSTRING(pair, LENGTH('sector') + 2)
    ) AS sector,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic
), fitting AS (
  SELECT
    sites.city,
    sites.arrived
  FROM (
    SELECT
      city_site.*,
      (
        SIZE(wanted.market) = 0 OR ARRAY_CONTAINS(wanted.market, city_site.market)
      )
      AND (
        SIZE(wanted.sector) = 0 OR ARRAY_CONTAINS(wanted.sector, city_site.sector_id)
      )
      AND (
        SIZE(wanted.theme) = 0
        OR ARRAY_CONTAINS(wanted.theme, COALESCE(city_site.theme_id, ''))
      )
      AND (
        SIZE(wanted.topic) = 0 OR ARRAYS_OVERLAP(wanted.topic, city_site.topics)
      ) AS fits
    FROM city_site
    CROSS JOIN wanted
    WHERE
      CAST((
        CAST(:since AS INT)
      ) AS INT) IS NULL
      OR city_site.arrived >= CAST((
        CAST(:since AS INT)
      ) AS INT)
  ) AS sites
  WHERE
    sites.fits
), counted AS (
  SELECT
    fitting.city,
    COUNT(fitting.arrived) AS dated,
    COUNT(*) AS told
  FROM fitting
  GROUP BY
    fitting.city
), sought AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic
), kept AS (
  SELECT
    city_site.city,
    COUNT(CASE WHEN city_site.market = city_site.country THEN 1 END) AS at_home,
    COUNT(city_site.theme_id) AS themes,
    COUNT(CASE WHEN SIZE(city_site.topics) > 0 THEN 1 END) AS topics
  FROM city_site
  GROUP BY
    city_site.city
)
SELECT
  listed.city AS list_city,
  periods.period AS span,
  periods.from_year,
  periods.until_year,
  COUNT(fitting.city) AS arrivals,
  CAST(COUNT(fitting.city) AS DOUBLE) / NULLIF(MAX(counted.dated), 0) AS share,
  COALESCE(MAX(counted.dated), 0) AS dated,
  COALESCE(MAX(counted.told), 0) AS told
FROM (
  SELECT
    city_list.*,
    CASE
      WHEN ARRAY_CONTAINS(sought.market, city_list.country)
      AND COALESCE(kept.at_home, 0) = 0
      THEN 'market'
      WHEN SIZE(sought.theme) > 0 AND COALESCE(kept.themes, 0) = 0
      THEN 'theme'
      WHEN SIZE(sought.topic) > 0 AND COALESCE(kept.topics, 0) = 0
      THEN 'topic'
    END AS lacks
  FROM city_list
  CROSS JOIN sought
  LEFT JOIN kept
    ON city_list.city = kept.city
) AS listed
CROSS JOIN periods
LEFT JOIN counted
  ON listed.city = counted.city
LEFT JOIN fitting
  ON listed.city = fitting.city
  AND fitting.arrived >= COALESCE(periods.from_year, fitting.arrived)
  AND fitting.arrived <= COALESCE(periods.until_year, fitting.arrived)
WHERE
  listed.lacks IS NULL
GROUP BY
  listed.city,
  periods.period,
  periods.from_year,
  periods.until_year
ORDER BY
  list_city NULLS LAST,
  span NULLS LAST;

-- cities/companies
WITH wanted AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'sector'),
      pair -> SUBSTRING(pair, LENGTH('sector') + 2)
    ) AS sector,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic
)
SELECT
  sites.city AS list_city,
  sites.company_id AS site_id,
  sites.name,
  sites.market,
  sites.sector_id,
  sites.role,
  sites.town,
  sites.arrived,
  sites.status,
  sites.source_title,
  sites.publisher,
  sites.url AS source_url
FROM (
  SELECT
    city_site.*,
    (
      SIZE(wanted.market) = 0 OR ARRAY_CONTAINS(wanted.market, city_site.market)
    )
    AND (
      SIZE(wanted.sector) = 0 OR ARRAY_CONTAINS(wanted.sector, city_site.sector_id)
    )
    AND (
      SIZE(wanted.theme) = 0
      OR ARRAY_CONTAINS(wanted.theme, COALESCE(city_site.theme_id, ''))
    )
    AND (
      SIZE(wanted.topic) = 0 OR ARRAYS_OVERLAP(wanted.topic, city_site.topics)
    ) AS fits
  FROM city_site
  CROSS JOIN wanted
  WHERE
    CAST((
      CAST(:since AS INT)
    ) AS INT) IS NULL
    OR city_site.arrived >= CAST((
      CAST(:since AS INT)
    ) AS INT)
) AS sites
WHERE
  sites.fits AND sites.is_here
ORDER BY
  sites.arrived DESC,
  LOWER(sites.name) NULLS LAST,
  list_city NULLS LAST,
  site_id NULLS LAST
LIMIT CAST(:rows AS INT)
OFFSET CAST(:skip AS INT);

-- cities/counts
WITH wanted AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'sector'),
      pair -> SUBSTRING(pair, LENGTH('sector') + 2)
    ) AS sector,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic
), here AS (
  SELECT
    sites.city,
    COUNT(*) FILTER(WHERE
      sites.fits) AS companies,
    COUNT(*) AS in_list
  FROM (
    SELECT
      city_site.*,
      (
        SIZE(wanted.market) = 0 OR ARRAY_CONTAINS(wanted.market, city_site.market)
      )
      AND (
        SIZE(wanted.sector) = 0 OR ARRAY_CONTAINS(wanted.sector, city_site.sector_id)
      )
      AND (
        SIZE(wanted.theme) = 0
        OR ARRAY_CONTAINS(wanted.theme, COALESCE(city_site.theme_id, ''))
      )
      AND (
        SIZE(wanted.topic) = 0 OR ARRAYS_OVERLAP(wanted.topic, city_site.topics)
      ) AS fits
    FROM city_site
    CROSS JOIN wanted
    WHERE
      CAST((
        CAST(:since AS INT)
      ) AS INT) IS NULL
      OR city_site.arrived >= CAST((
        CAST(:since AS INT)
      ) AS INT)
  ) AS sites
  WHERE
    sites.is_here
  GROUP BY
    sites.city
), sought AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic
), kept AS (
  SELECT
    city_site.city,
    COUNT(CASE WHEN city_site.market = city_site.country THEN 1 END) AS at_home,
    COUNT(city_site.theme_id) AS themes,
    COUNT(CASE WHEN SIZE(city_site.topics) > 0 THEN 1 END) AS topics
  FROM city_site
  GROUP BY
    city_site.city
), counted AS (
  SELECT
    listed.city,
    listed.lacks,
    CASE WHEN listed.lacks IS NULL THEN COALESCE(here.companies, 0) END AS companies,
    COALESCE(here.in_list, 0) AS in_list,
    CASE WHEN listed.lacks IS NULL THEN COALESCE(here.in_list, 0) ELSE 0 END AS compared
  FROM (
    SELECT
      city_list.*,
      CASE
        WHEN ARRAY_CONTAINS(sought.market, city_list.country)
        AND COALESCE(kept.at_home, 0) = 0
        THEN 'market'
        WHEN SIZE(sought.theme) > 0 AND COALESCE(kept.themes, 0) = 0
        THEN 'theme'
        WHEN SIZE(sought.topic) > 0 AND COALESCE(kept.topics, 0) = 0
        THEN 'topic'
      END AS lacks
    FROM city_list
    CROSS JOIN sought
    LEFT JOIN kept
      ON city_list.city = kept.city
  ) AS listed
  LEFT JOIN here
    ON listed.city = here.city
), summed AS (
  SELECT
    counted.*,
    COALESCE(SUM(counted.companies) OVER (), 0) AS companies_cities,
    SUM(counted.compared) OVER () AS in_lists
  FROM counted
)
SELECT
  summed.city AS list_city,
  summed.lacks,
  summed.companies,
  summed.in_list,
  CAST(summed.companies AS DOUBLE) / NULLIF(summed.in_list, 0) AS share,
  CAST(summed.companies_cities AS BIGINT) AS companies_cities,
  CAST(summed.in_lists AS BIGINT) AS in_lists,
  CAST(summed.companies_cities AS DOUBLE) / NULLIF(summed.in_lists, 0) AS share_cities,
  CAST(summed.companies_cities - summed.companies AS DOUBLE) / NULLIF(summed.in_lists - summed.in_list, 0) AS share_others,
  CASE
    WHEN summed.in_lists > summed.in_list
    THEN (
      CAST(summed.companies AS DOUBLE) / NULLIF(summed.in_list, 0)
    ) / NULLIF(CAST(summed.companies_cities AS DOUBLE) / NULLIF(summed.in_lists, 0), 0)
  END AS specialisation,
  COUNT(CASE WHEN summed.companies > 0 THEN 1 END) OVER () AS cities,
  CASE
    WHEN summed.lacks IS NULL
    THEN RANK() OVER (ORDER BY summed.companies DESC)
  END AS rank
FROM summed
ORDER BY
  COALESCE(summed.companies, -1) DESC,
  summed.in_list DESC,
  list_city NULLS LAST;

-- cities/coverage
SELECT
  city,
  area_en,
  area_de,
  name_en,
  name_de,
  listed,
  value,
  qualifier,
  year,
  share,
  source_title,
  publisher,
  url
FROM (
  SELECT
    city_cover.city,
    city_cover.area_en,
    city_cover.area_de,
    city_cover.name_en,
    city_cover.name_de,
    city_cover.listed,
    city_cover.value,
    city_cover.qualifier,
    city_cover.year,
    city_cover.share,
    city_cover.source_title,
    city_cover.publisher,
    city_cover.url,
    (
      ROW_NUMBER() OVER (
        PARTITION BY city_cover.city
        ORDER BY city_cover.is_own DESC, city_cover.area_en NULLS LAST
      ) = 1
    ) AS _kept,
    (
      city_cover.share
    ) AS _key0,
    (
      city_cover.city
    ) AS _key1
  FROM city_cover
  WHERE
    city_cover.market = CAST(:market AS STRING)
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 DESC,
  _key1 NULLS LAST;

-- cities/lists
SELECT
  city_list.city,
  city_list.country,
  city_list.companies,
  city_list.dated,
  city_list.year,
  city_list.month
FROM city_list
ORDER BY
  city_list.companies DESC,
  city_list.city NULLS LAST;

-- cities/offers
WITH told AS (
  SELECT
    'market' AS facet,
    city_site.market AS value
  FROM city_site
  WHERE
    city_site.is_here
  UNION ALL
  SELECT
    'sector',
    city_site.sector_id
  FROM city_site
  WHERE
    city_site.is_here
  UNION ALL
  SELECT
    'theme',
    city_site.theme_id
  FROM city_site
  WHERE
    city_site.is_here AND NOT city_site.theme_id IS NULL
  UNION ALL
  SELECT
    'since',
    CAST(city_site.arrived AS STRING)
  FROM city_site
  WHERE
    city_site.is_here AND NOT city_site.arrived IS NULL
  UNION ALL
  SELECT
    'topic',
    topics.topic
  FROM (
    SELECT
      EXPLODE(city_site.topics) AS topic
    FROM city_site
    WHERE
      city_site.is_here
  ) AS topics
)
SELECT
  told.facet,
  told.value,
  COUNT(*) AS companies
FROM told
GROUP BY
  told.facet,
  told.value
ORDER BY
  told.facet NULLS LAST,
  companies DESC,
  told.value NULLS LAST;

-- cities/origins
WITH wanted AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'sector'),
      pair -> SUBSTRING(pair, LENGTH('sector') + 2)
    ) AS sector,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic
)
SELECT
  sites.city,
  sites.source_title,
  sites.publisher,
  sites.url,
  sites.published,
  sites.tertiary,
  COUNT(*) AS companies
FROM (
  SELECT
    city_site.*,
    (
      SIZE(wanted.market) = 0 OR ARRAY_CONTAINS(wanted.market, city_site.market)
    )
    AND (
      SIZE(wanted.sector) = 0 OR ARRAY_CONTAINS(wanted.sector, city_site.sector_id)
    )
    AND (
      SIZE(wanted.theme) = 0
      OR ARRAY_CONTAINS(wanted.theme, COALESCE(city_site.theme_id, ''))
    )
    AND (
      SIZE(wanted.topic) = 0 OR ARRAYS_OVERLAP(wanted.topic, city_site.topics)
    ) AS fits
  FROM city_site
  CROSS JOIN wanted
  WHERE
    CAST((
      CAST(:since AS INT)
    ) AS INT) IS NULL
    OR city_site.arrived >= CAST((
      CAST(:since AS INT)
    ) AS INT)
) AS sites
WHERE
  sites.fits
GROUP BY
  sites.city,
  sites.source_title,
  sites.publisher,
  sites.url,
  sites.published,
  sites.tertiary
ORDER BY
  sites.published DESC,
  sites.city NULLS LAST,
  sites.source_title NULLS LAST;

-- companies/company
SELECT
  company.company_id,
  company.name,
  company.former_names,
  company.parent,
  company.market,
  company.parent_city,
  company.city,
  company.postcode,
  company.sector_id,
  company.theme_id,
  company.topics,
  company.role,
  company.established,
  company.arrived,
  company.employees,
  company.employees_year,
  company.status,
  company.note_en,
  company.note_de,
  company.source_id
FROM company
WHERE
  company.company_id = CAST(:company AS STRING);

-- companies/facets
WITH wanted AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'sector'),
      pair -> SUBSTRING(pair, LENGTH('sector') + 2)
    ) AS sector,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'role'),
      pair -> SUBSTRING(pair, LENGTH('role') + 2)
    ) AS role,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'town'),
      pair -> SUBSTRING(pair, LENGTH('town') + 2)
    ) AS town,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'period'),
      pair -> SUBSTRING(pair, LENGTH('period') + 2)
    ) AS period,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'status'),
      pair -> SUBSTRING(pair, LENGTH('status') + 2)
    ) AS status,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'history'),
      pair -> SUBSTRING(pair, LENGTH('history') + 2)
    ) AS history,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'staff'),
      pair -> SUBSTRING(pair, LENGTH('staff') + 2)
    ) AS staff
), seen AS (
  SELECT
    faceted.*,
    NOT (
      SIZE(wanted.market) = 0 OR ARRAY_CONTAINS(wanted.market, faceted.market)
    ) AS no_market,
    NOT (
      SIZE(wanted.sector) = 0 OR ARRAY_CONTAINS(wanted.sector, faceted.sector)
    ) AS no_sector,
    NOT (
      SIZE(wanted.theme) = 0 OR ARRAY_CONTAINS(wanted.theme, faceted.theme)
    ) AS no_theme,
    SIZE(wanted.topic) > 0 AND NOT ARRAYS_OVERLAP(wanted.topic, faceted.topic) AS no_topic,
    NOT (
      SIZE(wanted.role) = 0 OR ARRAY_CONTAINS(wanted.role, faceted.role)
    ) AS no_role,
    NOT (
      SIZE(wanted.town) = 0 OR ARRAY_CONTAINS(wanted.town, faceted.town)
    ) AS no_town,
    NOT (
      SIZE(wanted.period) = 0 OR ARRAY_CONTAINS(wanted.period, faceted.period)
    ) AS no_period,
    NOT (
      SIZE(wanted.status) = 0 OR ARRAY_CONTAINS(wanted.status, faceted.status)
    ) AS no_status,
    NOT (
      SIZE(wanted.history) = 0 OR ARRAY_CONTAINS(wanted.history, faceted.history)
    ) AS no_history,
    NOT (
      SIZE(wanted.staff) = 0 OR ARRAY_CONTAINS(wanted.staff, faceted.staff)
    )
    OR (
      NOT COALESCE((
        CAST(:fewest AS INT)
      ), (
        CAST(:most AS INT)
      )) IS NULL
      AND NOT COALESCE(
        faceted.employees BETWEEN COALESCE((
          CAST(:fewest AS INT)
        ), 0) AND COALESCE((
          CAST(:most AS INT)
        ), faceted.employees),
        (
          CAST(:unstaffed AS BOOLEAN)
        )
      )
    ) AS no_staff
  FROM faceted
  CROSS JOIN wanted
), looked_at AS (
  SELECT
    missing.*
  FROM (
    SELECT
      seen.*,
      CAST(seen.no_market AS INT) + CAST(seen.no_sector AS INT) + CAST(seen.no_theme AS INT) + CAST(seen.no_topic AS INT) + CAST(seen.no_role AS INT) + CAST(seen.no_town AS INT) + CAST(seen.no_period AS INT) + CAST(seen.no_status AS INT) + CAST(seen.no_history AS INT) + CAST(seen.no_staff AS INT) AS missed
    FROM seen
  ) AS missing
  WHERE
    missing.missed <= 1
    AND (
      CAST(:found AS ARRAY<STRING>) IS NULL
      OR missing.company_id IN (
        SELECT
          EXPLODE(CAST(:found AS ARRAY<STRING>))
      )
    )
), counted AS (
  SELECT
    'all' AS facet,
    'all' AS value,
    COUNT(*) AS companies
  FROM looked_at
  WHERE
    missed = 0
  UNION ALL
  SELECT
    'market',
    market,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_market AS INT)
  GROUP BY
    market
  UNION ALL
  SELECT
    'sector',
    sector,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_sector AS INT)
  GROUP BY
    sector
  UNION ALL
  SELECT
    'theme',
    theme,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_theme AS INT)
  GROUP BY
    theme
  UNION ALL
  SELECT
    'topic',
    topics.topic,
    COUNT(*)
  FROM (
    SELECT
      EXPLODE(topic) AS topic
    FROM looked_at
    WHERE
      missed = CAST(no_topic AS INT)
  ) AS topics
  GROUP BY
    topics.topic
  UNION ALL
  SELECT
    'role',
    role,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_role AS INT)
  GROUP BY
    role
  UNION ALL
  SELECT
    'town',
    town,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_town AS INT)
  GROUP BY
    town
  UNION ALL
  SELECT
    'period',
    period,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_period AS INT)
  GROUP BY
    period
  UNION ALL
  SELECT
    'status',
    status,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_status AS INT)
  GROUP BY
    status
  UNION ALL
  SELECT
    'history',
    history,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_history AS INT)
  GROUP BY
    history
  UNION ALL
  SELECT
    'staff',
    staff,
    COUNT(*)
  FROM looked_at
  WHERE
    missed = CAST(no_staff AS INT)
  GROUP BY
    staff
), told AS (
  SELECT
    'market' AS facet,
    market AS value,
    source_id
  FROM looked_at
  WHERE
    missed = CAST(no_market AS INT)
  UNION
  SELECT
    'period',
    period,
    source_id
  FROM looked_at
  WHERE
    missed = CAST(no_period AS INT)
), sources AS (
  SELECT
    told.facet,
    told.value,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(told.source_id IS NULL AS n0, told.source_id AS k0, told.source_id AS source_id)
          )
        ),
        s -> s.source_id
      ),
      ARRAY()
    ) AS source_ids
  FROM told
  GROUP BY
    told.facet,
    told.value
)
SELECT
  counted.*,
  sources.source_ids
FROM counted
LEFT JOIN sources
  ON counted.facet = sources.facet AND counted.value = sources.value
ORDER BY
  counted.facet NULLS LAST,
  counted.value NULLS LAST;

-- companies/milestones
SELECT
  milestone.milestone_id,
  milestone.kind,
  milestone.year,
  milestone.month,
  milestone.from_city,
  milestone.to_city,
  milestone.jobs,
  milestone.area_sqm,
  milestone.invest_eur,
  milestone.description_en,
  milestone.description_de,
  milestone.source_id
FROM milestone
WHERE
  milestone.company_id = CAST(:company AS STRING)
ORDER BY
  milestone.year DESC,
  milestone.month DESC,
  milestone.milestone_id NULLS LAST;

-- companies/neighbours
WITH others AS (
  SELECT
    other.company_id,
    other.name,
    other.market,
    other.city,
    other.source_id,
    IF(other.sector_id = company.sector_id, 'sector', 'town') AS kind,
    IF(
      other.sector_id = company.sector_id,
      other.city = company.city,
      other.market = company.market
    ) AS is_near
  FROM company
  INNER JOIN present AS other
    ON company.company_id <> other.company_id
    AND (
      company.sector_id = other.sector_id OR company.city = other.city
    )
  WHERE
    company.company_id = CAST(:company AS STRING)
)
SELECT
  kind,
  company_id,
  name,
  market,
  city,
  source_id,
  place
FROM (
  SELECT
    others.kind,
    others.company_id,
    others.name,
    others.market,
    others.city,
    others.source_id,
    ROW_NUMBER() OVER (
      PARTITION BY others.kind
      ORDER BY COALESCE(others.is_near, FALSE) DESC, others.name NULLS LAST, others.company_id NULLS LAST
    ) AS place,
    (
      (
        ROW_NUMBER() OVER (
          PARTITION BY others.kind
          ORDER BY COALESCE(others.is_near, FALSE) DESC, others.name NULLS LAST, others.company_id NULLS LAST
        )
      ) <= CAST(:rows AS INT)
    ) AS _kept,
    (
      others.kind
    ) AS _key0,
    (
      (
        ROW_NUMBER() OVER (
          PARTITION BY others.kind
          ORDER BY COALESCE(others.is_near, FALSE) DESC, others.name NULLS LAST, others.company_id NULLS LAST
        )
      )
    ) AS _key1
  FROM others
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 NULLS LAST,
  _key1 NULLS LAST;

-- companies/rows
WITH wanted AS (
  SELECT
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'market'),
      pair -> SUBSTRING(pair, LENGTH('market') + 2)
    ) AS market,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'sector'),
      pair -> SUBSTRING(pair, LENGTH('sector') + 2)
    ) AS sector,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'theme'),
      pair -> SUBSTRING(pair, LENGTH('theme') + 2)
    ) AS theme,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'topic'),
      pair -> SUBSTRING(pair, LENGTH('topic') + 2)
    ) AS topic,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'role'),
      pair -> SUBSTRING(pair, LENGTH('role') + 2)
    ) AS role,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'town'),
      pair -> SUBSTRING(pair, LENGTH('town') + 2)
    ) AS town,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'period'),
      pair -> SUBSTRING(pair, LENGTH('period') + 2)
    ) AS period,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'status'),
      pair -> SUBSTRING(pair, LENGTH('status') + 2)
    ) AS status,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'history'),
      pair -> SUBSTRING(pair, LENGTH('history') + 2)
    ) AS history,
    TRANSFORM(
      FILTER((
        CAST(:chosen AS ARRAY<STRING>)
      ), pair -> SPLIT_PART(pair, '=', 1) = 'staff'),
      pair -> SUBSTRING(pair, LENGTH('staff') + 2)
    ) AS staff
), seen AS (
  SELECT
    faceted.*,
    NOT (
      SIZE(wanted.market) = 0 OR ARRAY_CONTAINS(wanted.market, faceted.market)
    ) AS no_market,
    NOT (
      SIZE(wanted.sector) = 0 OR ARRAY_CONTAINS(wanted.sector, faceted.sector)
    ) AS no_sector,
    NOT (
      SIZE(wanted.theme) = 0 OR ARRAY_CONTAINS(wanted.theme, faceted.theme)
    ) AS no_theme,
    SIZE(wanted.topic) > 0 AND NOT ARRAYS_OVERLAP(wanted.topic, faceted.topic) AS no_topic,
    NOT (
      SIZE(wanted.role) = 0 OR ARRAY_CONTAINS(wanted.role, faceted.role)
    ) AS no_role,
    NOT (
      SIZE(wanted.town) = 0 OR ARRAY_CONTAINS(wanted.town, faceted.town)
    ) AS no_town,
    NOT (
      SIZE(wanted.period) = 0 OR ARRAY_CONTAINS(wanted.period, faceted.period)
    ) AS no_period,
    NOT (
      SIZE(wanted.status) = 0 OR ARRAY_CONTAINS(wanted.status, faceted.status)
    ) AS no_status,
    NOT (
      SIZE(wanted.history) = 0 OR ARRAY_CONTAINS(wanted.history, faceted.history)
    ) AS no_history,
    NOT (
      SIZE(wanted.staff) = 0 OR ARRAY_CONTAINS(wanted.staff, faceted.staff)
    )
    OR (
      NOT COALESCE((
        CAST(:fewest AS INT)
      ), (
        CAST(:most AS INT)
      )) IS NULL
      AND NOT COALESCE(
        faceted.employees BETWEEN COALESCE((
          CAST(:fewest AS INT)
        ), 0) AND COALESCE((
          CAST(:most AS INT)
        ), faceted.employees),
        (
          CAST(:unstaffed AS BOOLEAN)
        )
      )
    ) AS no_staff
  FROM faceted
  CROSS JOIN wanted
), found AS (
  SELECT
    company.*,
    CASE CAST(:sort AS STRING)
      WHEN 'market'
      THEN STRIP_ACCENTS(LOWER(IF(CAST(:lang AS STRING) = 'de', markets.name_de, markets.name_en)))
      WHEN 'sector'
      THEN STRIP_ACCENTS(LOWER(IF(CAST(:lang AS STRING) = 'de', sectors.name_de, sectors.name_en)))
      WHEN 'town'
      THEN STRIP_ACCENTS(LOWER(IF(CAST(:lang AS STRING) = 'de', places.name_de, places.name_en)))
      WHEN 'name'
      THEN STRIP_ACCENTS(LOWER(company.name))
    END AS words,
    CASE CAST(:sort AS STRING)
      WHEN 'arrived'
      THEN company.arrived
      WHEN 'employees'
      THEN company.employees
    END AS amount
  FROM company
  INNER JOIN markets
    ON company.market = markets.market
  INNER JOIN sectors
    ON company.sector_id = sectors.sector_id
  LEFT JOIN places
    ON company.city = places.place
  WHERE
    company.company_id IN (
      SELECT
        missing.company_id
      FROM (
        SELECT
          seen.*,
          CAST(seen.no_market AS INT) + CAST(seen.no_sector AS INT) + CAST(seen.no_theme AS INT) + CAST(seen.no_topic AS INT) + CAST(seen.no_role AS INT) + CAST(seen.no_town AS INT) + CAST(seen.no_period AS INT) + CAST(seen.no_status AS INT) + CAST(seen.no_history AS INT) + CAST(seen.no_staff AS INT) AS missed
        FROM seen
      ) AS missing
      WHERE
        missing.missed = 0
    )
    AND (
      CAST(:found AS ARRAY<STRING>) IS NULL
      OR company.company_id IN (
        SELECT
          EXPLODE(CAST(:found AS ARRAY<STRING>))
      )
    )
)
SELECT
  found.company_id,
  found.name,
  found.former_names,
  found.parent,
  found.market,
  found.sector_id,
  found.theme_id,
  found.topics,
  found.role,
  found.city,
  found.arrived,
  found.established,
  found.employees,
  found.employees_year,
  found.status,
  found.milestones,
  found.note_en,
  found.note_de,
  found.source_id
FROM found
ORDER BY
  CASE WHEN CAST(:descending AS BOOLEAN) THEN found.words END DESC,
  CASE WHEN NOT CAST(:descending AS BOOLEAN) THEN found.words END ASC NULLS LAST,
  CASE WHEN CAST(:descending AS BOOLEAN) THEN found.amount END DESC,
  CASE WHEN NOT CAST(:descending AS BOOLEAN) THEN found.amount END ASC NULLS LAST,
  STRIP_ACCENTS(LOWER(found.name)) NULLS LAST,
  found.company_id NULLS LAST
LIMIT CAST(:rows AS INT)
OFFSET CAST(:skip AS INT);

-- companies/search
WITH folded_term AS (
  SELECT
    TRIM(
      REPLACE(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    REPLACE(
                      TRANSLATE(
                        STRIP_ACCENTS(LOWER((
                          CAST(:term AS STRING)
                        ))),
                        'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                        'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                      ),
                      'ß',
                      'ss'
                    ),
                    'æ',
                    'ae'
                  ),
                  'œ',
                  'oe'
                ),
                'ﬀ',
                'ff'
              ),
              'ﬁ',
              'fi'
            ),
            'ﬂ',
            'fl'
          ),
          'ﬃ',
          'ffi'
        ),
        'ﬄ',
        'ffl'
      )
    ) AS term
), wanted AS (
  SELECT
    folded_term.term,
    (
      REPLACE(
        REPLACE(
          REPLACE(SUBSTRING(folded_term.term, 1, LENGTH(folded_term.term) - 1), 'ae', 'a'),
          'oe',
          'o'
        ),
        'ue',
        'u'
      ) || RIGHT(folded_term.term, 1)
    ) AS short
  FROM folded_term
), named AS (
  SELECT
    folded.company_id
  FROM folded
  INNER JOIN wanted
    ON CONTAINS(folded.plain, wanted.term) OR CONTAINS(folded.short, wanted.short)
  WHERE
    folded.place = 'name'
    AND (
      folded.is_here OR NOT CAST(:present_only AS BOOLEAN)
    )
), not_named AS (
  SELECT
    wanted.*
  FROM wanted
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM named
    )
), described AS (
  SELECT
    folded.company_id
  FROM folded
  INNER JOIN not_named
    ON CONTAINS(folded.plain, not_named.term) OR CONTAINS(folded.short, not_named.short)
  WHERE
    folded.place = 'note'
    AND (
      folded.is_here OR NOT CAST(:present_only AS BOOLEAN)
    )
), literal AS (
  SELECT
    named.company_id
  FROM named
  UNION ALL
  SELECT
    described.company_id
  FROM described
), asked AS (
  SELECT DISTINCT
    EXPLODE(SPLIT(wanted.term, '[^a-z0-9]+')) AS word
  FROM wanted
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM literal
    )
), meant AS (
  SELECT
    asked.word,
    name_word.company_ids
  FROM asked
  INNER JOIN name_word
    ON ABS(LENGTH(name_word.word) - LENGTH(asked.word)) <= LENGTH(asked.word) DIV 4
    AND DAMERAU_LEVENSHTEIN(name_word.word, asked.word) <= LENGTH(asked.word) DIV 4
  WHERE
    asked.word <> ''
), alike AS (
  SELECT
    meant.word,
    EXPLODE(meant.company_ids) AS company_id
  FROM meant
)
SELECT
  literal.company_id
FROM literal
UNION ALL
SELECT
  alike.company_id
FROM alike
INNER JOIN folded
  ON alike.company_id = folded.company_id
WHERE
  folded.place = 'name'
  AND (
    folded.is_here OR NOT CAST(:present_only AS BOOLEAN)
  )
GROUP BY
  alike.company_id
HAVING
  COUNT(DISTINCT alike.word) = (
    SELECT
      COUNT(*)
    FROM asked
    WHERE
      asked.word <> ''
  );

-- compare/base_years
WITH chosen AS (
  SELECT
    comparable.market,
    comparable.year,
    MAX(comparable.year) OVER (PARTITION BY comparable.market) AS last_year
  FROM comparable
  WHERE
    comparable.indicator_id = CAST(:indicator AS STRING)
    AND comparable.region = CAST(:region AS STRING)
    AND comparable.value <> 0
    AND ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), comparable.market)
)
SELECT
  chosen.year,
  COUNT(*) AS markets,
  COUNT(*) FILTER(WHERE
    chosen.last_year > chosen.year) AS followed
FROM chosen
GROUP BY
  chosen.year
ORDER BY
  followed DESC,
  chosen.year ASC NULLS LAST;

-- compare/crossing
WITH chosen AS (
  SELECT
    found.*
  FROM (
    SELECT
      measured.*
    FROM measured
    WHERE
      measured.indicator_id = CAST((
        CAST(:indicator AS STRING)
      ) AS STRING)
      AND measured.region = CAST((
        CAST(:region AS STRING)
      ) AS STRING)
      AND measured.mode = CAST((
        CAST(:mode AS STRING)
      ) AS STRING)
      AND measured.base_year IS NOT DISTINCT FROM CAST((
        CAST(:base AS INT)
      ) AS INT)
      AND (
        measured.base_year IS NULL OR measured.year >= measured.base_year
      )
      AND ARRAY_CONTAINS(CAST((
        CAST(:markets AS ARRAY<STRING>)
      ) AS ARRAY<STRING>), measured.market)
  ) AS found
  WHERE
    found.base_year IS NULL
)
SELECT
  market,
  other_market,
  year_before,
  year,
  shown,
  other_shown,
  qualifier,
  other_qualifier
FROM (
  SELECT
    one.market,
    other.market AS other_market,
    LAG(one.year) OVER pair AS year_before,
    one.year,
    one.shown,
    other.shown AS other_shown,
    one.shown_qualifier AS qualifier,
    other.shown_qualifier AS other_qualifier,
    (
      LAG(one.shown - other.shown) OVER pair < 0 AND one.shown > other.shown
    ) AS _kept,
    (
      one.year
    ) AS _key0,
    (
      one.shown
    ) AS _key1,
    (
      one.market
    ) AS _key2
  FROM chosen AS one
  INNER JOIN chosen AS other
    ON one.year = other.year AND one.market <> other.market
  WINDOW pair AS (PARTITION BY one.market, other.market ORDER BY one.year NULLS LAST)
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 DESC,
  _key1 DESC,
  _key2 ASC NULLS LAST
LIMIT 1;

-- compare/growth
WITH chosen AS (
  SELECT
    found.*
  FROM (
    SELECT
      measured.*
    FROM measured
    WHERE
      measured.indicator_id = CAST((
        CAST(:indicator AS STRING)
      ) AS STRING)
      AND measured.region = CAST((
        CAST(:region AS STRING)
      ) AS STRING)
      AND measured.mode = CAST((
        CAST(:mode AS STRING)
      ) AS STRING)
      AND measured.base_year IS NOT DISTINCT FROM CAST((
        CAST(:base AS INT)
      ) AS INT)
      AND (
        measured.base_year IS NULL OR measured.year >= measured.base_year
      )
      AND ARRAY_CONTAINS(CAST((
        CAST(:markets AS ARRAY<STRING>)
      ) AS ARRAY<STRING>), measured.market)
  ) AS found
)
SELECT
  market,
  since_year,
  year,
  exact,
  change,
  markets,
  all_markets
FROM (
  SELECT
    newest.market,
    oldest.year AS since_year,
    newest.year,
    newest.shown_qualifier = 'exact' AND oldest.shown_qualifier = 'exact' AS exact,
    CASE newest.mode
      WHEN 'share'
      THEN newest.shown - oldest.shown
      ELSE newest.shown / oldest.shown - 1
    END AS change,
    COUNT(*) OVER (PARTITION BY oldest.year, newest.year) AS markets,
    SIZE(CAST(:markets AS ARRAY<STRING>)) AS all_markets,
    (
      (
        COUNT(*) OVER (PARTITION BY oldest.year, newest.year)
      ) >= 2
    ) AS _kept,
    (
      (
        COUNT(*) OVER (PARTITION BY oldest.year, newest.year)
      )
    ) AS _key0,
    (
      newest.year - oldest.year
    ) AS _key1,
    (
      newest.year
    ) AS _key2,
    (
      (
        CASE newest.mode
          WHEN 'share'
          THEN newest.shown - oldest.shown
          ELSE newest.shown / oldest.shown - 1
        END
      )
    ) AS _key3,
    (
      newest.market
    ) AS _key4
  FROM chosen AS newest
  INNER JOIN chosen AS oldest
    ON newest.market = oldest.market AND newest.year > oldest.year AND oldest.shown > 0
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 DESC,
  _key1 DESC,
  _key2 DESC,
  _key3 DESC,
  _key4 ASC NULLS LAST
LIMIT 1;

-- compare/indicators
WITH long_enough AS (
  SELECT
    series.indicator_id
  FROM series
  WHERE
    series.market <> 'all'
  GROUP BY
    series.indicator_id
  HAVING
    MAX(series.points) >= 3
), years AS (
  SELECT
    comparable.indicator_id,
    comparable.region,
    comparable.year,
    COUNT(*) AS markets
  FROM comparable
  WHERE
    ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), comparable.market)
  GROUP BY
    comparable.indicator_id,
    comparable.region,
    comparable.year
), in_common AS (
  SELECT
    years.indicator_id,
    years.region,
    COUNT(*) FILTER(WHERE
      years.markets >= 2) AS common
  FROM years
  GROUP BY
    years.indicator_id,
    years.region
)
SELECT
  series.indicator_id,
  series.region,
  series.group_id,
  series.unit,
  COUNT(*) FILTER(WHERE
    series.points >= 2) AS covered,
  in_common.common,
  COUNT(*) AS touched,
  SUM(series.points) AS points,
  MAX(series.last_year) AS last_year
FROM series
INNER JOIN long_enough
  ON series.indicator_id = long_enough.indicator_id
INNER JOIN in_common
  ON series.indicator_id = in_common.indicator_id AND series.region = in_common.region
INNER JOIN indicator_groups
  ON series.group_id = indicator_groups.group_id
WHERE
  series.market <> 'all'
  AND ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), series.market)
GROUP BY
  series.indicator_id,
  series.region,
  series.group_id,
  series.unit,
  in_common.common,
  indicator_groups.position
ORDER BY
  indicator_groups.position NULLS LAST,
  covered DESC,
  in_common.common DESC,
  touched DESC,
  points DESC,
  series.indicator_id NULLS LAST,
  series.region NULLS LAST;

-- compare/leader
WITH chosen AS (
  SELECT
    found.*,
    COUNT(*) OVER (PARTITION BY found.year) AS markets
  FROM (
    SELECT
      measured.*
    FROM measured
    WHERE
      measured.indicator_id = CAST((
        CAST(:indicator AS STRING)
      ) AS STRING)
      AND measured.region = CAST((
        CAST(:region AS STRING)
      ) AS STRING)
      AND measured.mode = CAST((
        CAST(:mode AS STRING)
      ) AS STRING)
      AND measured.base_year IS NOT DISTINCT FROM CAST((
        CAST(:base AS INT)
      ) AS INT)
      AND (
        measured.base_year IS NULL OR measured.year >= measured.base_year
      )
      AND ARRAY_CONTAINS(CAST((
        CAST(:markets AS ARRAY<STRING>)
      ) AS ARRAY<STRING>), measured.market)
  ) AS found
  WHERE
    found.year IS DISTINCT FROM found.base_year
), ranked AS (
  SELECT
    chosen.*,
    ROW_NUMBER() OVER (
      ORDER BY chosen.markets DESC, chosen.year DESC, chosen.shown DESC, chosen.market ASC NULLS LAST
    ) AS position
  FROM chosen
  WHERE
    chosen.markets >= 2
)
SELECT
  first.market,
  second.market AS other_market,
  first.year,
  first.shown,
  second.shown AS other_shown,
  first.shown_qualifier AS qualifier,
  second.shown_qualifier AS other_qualifier,
  first.markets,
  SIZE(CAST(:markets AS ARRAY<STRING>)) AS all_markets
FROM ranked AS first
INNER JOIN ranked AS second
  ON first.position = 1 AND second.position = 2;

-- compare/ranking
WITH found AS (
  SELECT
    figures.*
  FROM (
    SELECT
      measured.*
    FROM measured
    WHERE
      measured.indicator_id = CAST((
        CAST(:indicator AS STRING)
      ) AS STRING)
      AND measured.region = CAST((
        CAST(:region AS STRING)
      ) AS STRING)
      AND measured.mode = CAST((
        CAST(:mode AS STRING)
      ) AS STRING)
      AND measured.base_year IS NOT DISTINCT FROM CAST((
        CAST(:base AS INT)
      ) AS INT)
      AND (
        measured.base_year IS NULL OR measured.year >= measured.base_year
      )
      AND ARRAY_CONTAINS(CAST((
        CAST(:markets AS ARRAY<STRING>)
      ) AS ARRAY<STRING>), measured.market)
  ) AS figures
  WHERE
    figures.year IS DISTINCT FROM figures.base_year
), chosen AS (
  SELECT
    found.*,
    (
      SELECT
        COUNT(DISTINCT every.market)
      FROM found AS every
    ) AS markets,
    COUNT(*) OVER (PARTITION BY found.year) AS markets_of_year,
    MAX(found.year) OVER (PARTITION BY found.market) AS newest
  FROM found
), dated AS (
  SELECT
    chosen.*,
    MAX(
      CASE
        WHEN chosen.markets_of_year = chosen.markets AND chosen.markets >= 2
        THEN chosen.year
      END
    ) OVER () AS common_year
  FROM chosen
)
SELECT
  dated.market,
  dated.year,
  dated.value,
  dated.shown,
  dated.unit,
  dated.shown_qualifier AS qualifier,
  dated.shown_source_ids AS source_ids,
  NOT dated.common_year IS NULL AS common,
  dated.markets,
  SIZE(CAST(:markets AS ARRAY<STRING>)) AS all_markets
FROM dated
WHERE
  dated.year = COALESCE(dated.common_year, dated.newest)
ORDER BY
  dated.shown DESC,
  dated.market NULLS LAST;

-- compare/scorecard
WITH lines AS (
  SELECT
    comparable.indicator_id,
    comparable.group_id,
    indicator_groups.position AS group_position,
    comparable.region,
    comparable.unit,
    comparable.market,
    MAX(comparable.year) AS year,
    MAX_BY(comparable.value, comparable.year) AS value,
    MAX_BY(comparable.qualifier, comparable.year) AS qualifier,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(comparable.year IS NULL AS n0, comparable.year AS k0, comparable.year AS year)
          )
        ),
        s -> s.year
      ),
      ARRAY()
    ) AS years,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(comparable.year IS NULL AS n0, comparable.year AS k0, comparable.value AS value)
          )
        ),
        s -> s.value
      ),
      ARRAY()
    ) AS series,
    ARRAY_SORT(NULLIF(COLLECT_SET(comparable.source_id), ARRAY())) AS source_ids
  FROM comparable
  INNER JOIN indicator_groups
    ON comparable.group_id = indicator_groups.group_id
  WHERE
    ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), comparable.market)
    AND indicator_groups.compared
    AND comparable.unit IN ('count', 'eur-m')
  GROUP BY
    comparable.indicator_id,
    comparable.group_id,
    indicator_groups.position,
    comparable.region,
    comparable.unit,
    comparable.market
), figures AS (
  SELECT
    lines.indicator_id,
    lines.region,
    COUNT(*) AS covered,
    ROW_NUMBER() OVER (
      PARTITION BY lines.group_id
      ORDER BY COUNT(*) DESC, SUM(SIZE(lines.years)) DESC, MAX(lines.year) DESC, lines.indicator_id NULLS LAST, lines.region NULLS LAST
    ) AS turn
  FROM lines
  GROUP BY
    lines.indicator_id,
    lines.group_id,
    lines.region
  HAVING
    COUNT(*) >= 2
), dozen AS (
  SELECT
    *
  FROM (
    SELECT
      figures.*,
      ROW_NUMBER() OVER (
        ORDER BY figures.turn ASC NULLS LAST, figures.covered DESC, figures.indicator_id ASC NULLS LAST
      ) AS position,
      (
        (
          ROW_NUMBER() OVER (
            ORDER BY figures.turn ASC NULLS LAST, figures.covered DESC, figures.indicator_id ASC NULLS LAST
          )
        ) <= 12
      ) AS _kept
    FROM figures
  ) AS chosen_rows
  WHERE
    _kept
)
SELECT
  dozen.position,
  lines.indicator_id,
  lines.group_id,
  lines.region,
  lines.unit,
  lines.market,
  lines.year,
  lines.value,
  lines.qualifier,
  lines.years,
  lines.series,
  lines.source_ids
FROM dozen
INNER JOIN lines
  ON dozen.indicator_id = lines.indicator_id AND dozen.region = lines.region
ORDER BY
  lines.group_position NULLS LAST,
  dozen.position NULLS LAST,
  ARRAY_POSITION(CAST(:markets AS ARRAY<STRING>), lines.market) NULLS LAST;

-- compare/sectors
WITH counted AS (
  SELECT
    present.sector_id,
    present.market,
    COUNT(*) AS companies,
    ARRAY_SORT(NULLIF(COLLECT_SET(present.source_id), ARRAY())) AS source_ids
  FROM present
  WHERE
    ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), present.market)
  GROUP BY
    present.sector_id,
    present.market
)
SELECT
  counted.sector_id,
  counted.market,
  counted.companies,
  SUM(counted.companies) OVER (PARTITION BY counted.market) AS market_companies,
  CAST(counted.companies AS DOUBLE) / SUM(counted.companies) OVER (PARTITION BY counted.market) AS share,
  SUM(counted.companies) OVER (PARTITION BY counted.sector_id) AS sector_companies,
  counted.source_ids
FROM counted
ORDER BY
  sector_companies DESC,
  counted.sector_id NULLS LAST,
  ARRAY_POSITION(CAST(:markets AS ARRAY<STRING>), counted.market) NULLS LAST;

-- compare/values
SELECT
  comparable.market,
  comparable.year,
  comparable.value,
  comparable.low,
  comparable.high,
  comparable.unit,
  comparable.qualifier,
  comparable.note_en,
  comparable.note_de,
  comparable.source_id,
  comparable.publisher,
  comparable.source_title,
  comparable.url AS source_url,
  measured.shown,
  measured.shown_qualifier,
  measured.shown_source_ids AS source_ids
FROM comparable
LEFT JOIN measured
  ON comparable.indicator_id = measured.indicator_id
  AND comparable.region = measured.region
  AND comparable.market = measured.market
  AND comparable.year = measured.year
  AND measured.mode = CAST(:mode AS STRING)
  AND measured.base_year IS NOT DISTINCT FROM CAST(:base AS INT)
WHERE
  comparable.indicator_id = CAST(:indicator AS STRING)
  AND comparable.region = CAST(:region AS STRING)
  AND ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), comparable.market)
ORDER BY
  ARRAY_POSITION(CAST(:markets AS ARRAY<STRING>), comparable.market) NULLS LAST,
  comparable.year NULLS LAST;

-- data/ages
WITH counted AS (
  SELECT
    ageing.recheck,
    GREATEST(ageing.year, as_of.year - 25) AS year,
    COUNT(*) AS found,
    ARRAY_SORT(NULLIF(COLLECT_SET(ageing.source_id), ARRAY())) AS source_ids
  FROM ageing
  INNER JOIN as_of
    ON TRUE
  WHERE
    NOT ageing.year IS NULL
  GROUP BY
    ageing.recheck,
    GREATEST(ageing.year, as_of.year - 25)
)
SELECT
  counted.recheck,
  counted.year,
  counted.found,
  counted.year < as_of.year - rechecks.years AS is_old,
  MAX(counted.found) OVER own AS peak,
  CAST(SUM(counted.found) OVER own AS BIGINT) AS row_found,
  CAST(SUM(IF(counted.year < as_of.year - rechecks.years, counted.found, 0)) OVER own AS BIGINT) AS row_old,
  counted.source_ids
FROM counted
INNER JOIN rechecks
  ON counted.recheck = rechecks.recheck
INNER JOIN as_of
  ON TRUE
WINDOW own AS (PARTITION BY counted.recheck)
ORDER BY
  rechecks.position NULLS LAST,
  counted.year NULLS LAST;

-- data/conflicts
WITH said AS (
  SELECT
    indicators.indicator_id,
    indicators.market,
    indicators.region,
    indicators.year,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(
              indicators.value IS NULL AS n0,
              indicators.value AS k0,
              indicators.source_id IS NULL AS n1,
              indicators.source_id AS k1,
              indicators.value AS value
            )
          )
        ),
        s -> s.value
      ),
      ARRAY()
    ) AS values,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(
              indicators.value IS NULL AS n0,
              indicators.value AS k0,
              indicators.source_id IS NULL AS n1,
              indicators.source_id AS k1,
              indicators.qualifier AS qualifier
            )
          )
        ),
        s -> s.qualifier
      ),
      ARRAY()
    ) AS qualifiers,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(
              indicators.value IS NULL AS n0,
              indicators.value AS k0,
              indicators.source_id IS NULL AS n1,
              indicators.source_id AS k1,
              indicators.source_id AS source_id
            )
          )
        ),
        s -> s.source_id
      ),
      ARRAY()
    ) AS said_by
  FROM indicators
  GROUP BY
    indicators.indicator_id,
    indicators.market,
    indicators.region,
    indicators.year
)
SELECT
  published.indicator_id,
  published.unit,
  published.market,
  published.region,
  published.year,
  published.value,
  published.qualifier,
  published.low,
  published.high,
  CASE WHEN published.low > 0 THEN published.high / NULLIF(published.low, 0) - 1 END AS spread,
  said.values,
  said.qualifiers,
  said.said_by,
  published.source_id
FROM published
INNER JOIN said
  ON published.indicator_id = said.indicator_id
  AND published.market = said.market
  AND published.region = said.region
  AND published.year = said.year
WHERE
  published.is_disputed
ORDER BY
  spread DESC,
  published.indicator_id NULLS LAST,
  published.market NULLS LAST,
  published.region NULLS LAST,
  published.year NULLS LAST;

-- data/coverage
SELECT
  covered.market,
  covered.region,
  covered.indicator_id,
  covered.counted_with,
  covered.listed,
  covered.value,
  covered.qualifier,
  covered.year,
  covered.share,
  covered.source_id
FROM covered
INNER JOIN regions
  ON covered.region = regions.region
ORDER BY
  regions.rank NULLS LAST,
  covered.value DESC,
  covered.market NULLS LAST;

-- data/freshness
SELECT
  rechecks.recheck,
  rechecks.page,
  rechecks.years,
  rechecks.name_en,
  rechecks.name_de,
  COUNT(ageing.recheck) AS found,
  COUNT(ageing.recheck) FILTER(WHERE
    ageing.year < as_of.year - rechecks.years) AS old,
  MEDIAN(as_of.year - ageing.year) AS median_age,
  MIN(ageing.year) AS oldest
FROM rechecks
LEFT JOIN as_of
  ON TRUE
LEFT JOIN ageing
  ON rechecks.recheck = ageing.recheck
GROUP BY
  rechecks.recheck,
  rechecks.page,
  rechecks.years,
  rechecks.name_en,
  rechecks.name_de,
  rechecks.position
ORDER BY
  rechecks.position NULLS LAST;

-- data/hanging
SELECT
  fact.fact,
  fact.fact_id,
  fact.market,
  fact.year,
  fact.title_en,
  fact.title_de
FROM fact
WHERE
  fact.source_id = CAST(:source AS STRING)
ORDER BY
  fact.fact NULLS LAST,
  fact.year DESC,
  fact.title_en NULLS LAST,
  fact.fact_id NULLS LAST;

-- data/rechecks
SELECT
  ageing.about,
  ageing.market,
  ageing.year,
  ageing.title_en,
  ageing.title_de,
  ageing.source_id
FROM ageing
INNER JOIN rechecks
  ON ageing.recheck = rechecks.recheck
INNER JOIN as_of
  ON TRUE
WHERE
  ageing.recheck = CAST(:recheck AS STRING)
  AND ageing.year < as_of.year - rechecks.years
ORDER BY
  ageing.year NULLS LAST,
  ageing.title_en NULLS LAST,
  ageing.about NULLS LAST;

-- data/sources
WITH hanging AS (
  SELECT
    fact.source_id,
    COUNT(*) AS facts,
    ARRAY_SORT(NULLIF(COLLECT_SET(fact.fact), ARRAY())) AS facts_of
  FROM fact
  GROUP BY
    fact.source_id
), known AS (
  SELECT
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.url,
    sources.published,
    sources.tertiary,
    sources.gone,
    COALESCE(hanging.facts, 0) AS facts,
    COALESCE(hanging.facts_of, ARRAY()) AS facts_of,
    REPLACE(
      REPLACE(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    TRANSLATE(
                      STRIP_ACCENTS(LOWER(CONCAT_WS(' ', sources.title, sources.publisher, sources.url))),
                      'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                      'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                    ),
                    'ß',
                    'ss'
                  ),
                  'æ',
                  'ae'
                ),
                'œ',
                'oe'
              ),
              'ﬀ',
              'ff'
            ),
            'ﬁ',
            'fi'
          ),
          'ﬂ',
          'fl'
        ),
        'ﬃ',
        'ffi'
      ),
      'ﬄ',
      'ffl'
    ) AS text
  FROM sources
  LEFT JOIN hanging
    ON sources.source_id = hanging.source_id
)
SELECT
  known.source_id,
  known.title,
  known.publisher,
  known.url,
  known.published,
  known.tertiary,
  known.gone,
  known.facts,
  known.facts_of,
  COUNT(*) OVER () AS total
FROM known
WHERE
  (
    CAST(:which AS STRING) = 'all'
    OR (
      CAST(:which AS STRING) = 'tertiary' AND known.tertiary
    )
    OR (
      CAST(:which AS STRING) = 'gone' AND NOT known.gone IS NULL
    )
    OR (
      CAST(:which AS STRING) = 'silent' AND known.url IS NULL
    )
    OR (
      CAST(:which AS STRING) = 'unused' AND known.facts = 0
    )
  )
  AND SIZE(
    FILTER(
      SPLIT(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    REPLACE(
                      REPLACE(
                        TRANSLATE(
                          STRIP_ACCENTS(LOWER(COALESCE(CAST(:term AS STRING), ''))),
                          'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                          'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                        ),
                        'ß',
                        'ss'
                      ),
                      'æ',
                      'ae'
                    ),
                    'œ',
                    'oe'
                  ),
                  'ﬀ',
                  'ff'
                ),
                'ﬁ',
                'fi'
              ),
              'ﬂ',
              'fl'
            ),
            'ﬃ',
            'ffi'
          ),
          'ﬄ',
          'ffl'
        ),
        ' '
      ),
      word -> NOT CONTAINS(known.text, word)
    )
  ) = 0
ORDER BY
  CASE WHEN CAST(:sorted AS STRING) = 'facts' THEN -known.facts END NULLS LAST,
  CASE WHEN CAST(:sorted AS STRING) = 'published' THEN known.published END DESC,
  LOWER(known.title) NULLS LAST,
  known.source_id NULLS LAST
LIMIT CAST(:rows AS INT)
OFFSET CAST(:skip AS INT);

-- data/summary
SELECT
  COUNT(*) AS facts,
  COUNT(DISTINCT fact.source_id) AS sources,
  (
    SELECT
      COUNT(source.source_id)
    FROM sources AS source
  ) AS listed,
  COUNT(DISTINCT fact.source_id) FILTER(WHERE
    sources.tertiary) AS tertiary,
  COUNT(DISTINCT fact.source_id) FILTER(WHERE
    NOT sources.gone IS NULL) AS gone,
  (
    SELECT
      COUNT(*)
    FROM published
    WHERE
      published.is_disputed
  ) AS conflicts
FROM fact
INNER JOIN sources
  ON fact.source_id = sources.source_id;

-- data/tables
SELECT
  table_size.name,
  table_size.found,
  MIN(fact.year) AS oldest,
  MAX(fact.year) AS newest,
  COUNT(DISTINCT fact.source_id) AS sources,
  MAX(sources.published) AS published
FROM table_size
LEFT JOIN fact
  ON table_size.name = fact.fact
LEFT JOIN sources
  ON fact.source_id = sources.source_id
GROUP BY
  table_size.name,
  table_size.found
ORDER BY
  sources DESC,
  table_size.found DESC,
  table_size.name NULLS LAST;

-- data/titles
SELECT
  fact.fact_id,
  ANY_VALUE(fact.title_en) IGNORE NULLS AS title_en,
  ANY_VALUE(fact.title_de) IGNORE NULLS AS title_de
FROM fact
WHERE
  fact.fact = CAST(:fact AS STRING)
  AND ARRAY_CONTAINS(CAST(:keys AS ARRAY<STRING>), fact.fact_id)
GROUP BY
  fact.fact_id
ORDER BY
  fact.fact_id NULLS LAST;

-- market/arrivals
WITH listed AS (
  SELECT
    company.*,
    COUNT(*) OVER () AS listed,
    COUNT(company.arrived) OVER () AS dated
  FROM company
  WHERE
    company.market = CAST(:market AS STRING)
), arrivals AS (
  SELECT
    listed.*
  FROM listed
  WHERE
    NOT listed.arrived IS NULL
), counted AS (
  SELECT
    arrivals.sector_id,
    AVG(arrivals.arrived) AS mean_year,
    COUNT(*) AS found,
    MAX(arrivals.arrived) AS last_year
  FROM arrivals
  WHERE
    arrivals.sector_id <> 'other'
  GROUP BY
    arrivals.sector_id
), first_eight AS (
  SELECT
    counted.sector_id,
    counted.mean_year
  FROM counted
  ORDER BY
    counted.found DESC,
    counted.last_year DESC,
    counted.sector_id NULLS LAST
  LIMIT 8
), cells AS (
  SELECT
    COALESCE(first_eight.sector_id, 'other') AS sector_id,
    first_eight.mean_year,
    arrivals.period,
    COUNT(*) AS arrivals,
    arrivals.dated,
    arrivals.listed,
    ARRAY_SORT(NULLIF(COLLECT_SET(arrivals.source_id), ARRAY())) AS source_ids
  FROM arrivals
  LEFT JOIN first_eight
    ON arrivals.sector_id = first_eight.sector_id
  GROUP BY
    COALESCE(first_eight.sector_id, 'other'),
    first_eight.mean_year,
    arrivals.period,
    arrivals.dated,
    arrivals.listed
)
SELECT
  cells.sector_id,
  cells.mean_year,
  cells.period,
  cells.arrivals,
  CAST(SUM(cells.arrivals) OVER (PARTITION BY cells.period) AS BIGINT) AS period_total,
  cells.arrivals / SUM(cells.arrivals) OVER (PARTITION BY cells.period) AS share,
  cells.dated,
  cells.listed,
  cells.source_ids
FROM cells
ORDER BY
  cells.mean_year NULLS LAST,
  cells.sector_id NULLS LAST,
  cells.period NULLS LAST;

-- market/company_counts
SELECT
  series.position,
  published.indicator_id,
  published.region,
  series.distance,
  published.year,
  published.value,
  published.qualifier,
  published.source_id,
  published.source_ids
FROM series
INNER JOIN published
  ON series.indicator_id = published.indicator_id
  AND series.market = published.market
  AND series.region = published.region
WHERE
  series.market = CAST(:market AS STRING)
  AND series.subject = 'companies'
  AND series.unit = 'count'
ORDER BY
  series.position NULLS LAST,
  published.year NULLS LAST;

-- market/coverage
SELECT
  covered.region,
  covered.indicator_id,
  covered.counted_with,
  covered.listed,
  covered.value,
  covered.qualifier,
  covered.year,
  covered.share,
  covered.source_id
FROM covered
WHERE
  covered.market = CAST(:market AS STRING)
ORDER BY
  covered.region NULLS LAST;

-- market/desk
SELECT
  markets.market,
  desk.desk_id,
  desk.focus_en,
  desk.focus_de,
  desk.since_year,
  desk.since_month,
  desk.email,
  desk.phone,
  desk.url,
  desk.source_id
FROM markets
LEFT JOIN desk
  ON markets.desk_id = desk.desk_id
WHERE
  markets.market = CAST(:market AS STRING);

-- market/events
SELECT
  event.event_id,
  event.kind,
  event.year,
  event.month,
  event.day,
  event.end_year,
  event.end_month,
  event.end_day,
  event.coming,
  event.running,
  event.for_all,
  event.title_en,
  event.title_de,
  event.place_en,
  event.place_de,
  event.source_id
FROM (
  SELECT
    event.*,
    event.last_day >= CAST((
      CAST(:today AS DATE)
    ) AS DATE) AS coming,
    event.last_day >= CAST((
      CAST(:today AS DATE)
    ) AS DATE)
    AND event.begun_day <= CAST((
      CAST(:today AS DATE)
    ) AS DATE) AS running
  FROM event
  WHERE
    (
      event.for_all
      OR (
        SIZE((
          CAST(ARRAY(CAST(:market AS STRING)) AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS((
          CAST(ARRAY(CAST(:market AS STRING)) AS ARRAY<STRING>)
        ), event.market)
      )
    )
    AND (
      SIZE((
        CAST(ARRAY() AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(ARRAY() AS ARRAY<STRING>)
      ), event.kind)
    )
    AND CAST('' AS STRING) IN ('', event.theme_id)
    AND event.year BETWEEN CAST(0 AS INT) AND CAST(9999 AS INT)
) AS event
WHERE
  event.coming OR NOT event.for_all
ORDER BY
  event.coming DESC,
  CASE WHEN event.coming THEN event.begun_day END NULLS LAST,
  event.year DESC,
  event.month DESC,
  event.day DESC,
  event.event_id NULLS LAST;

-- market/home_cities
WITH here AS (
  SELECT
    present.*,
    COUNT(*) OVER () AS listed,
    COUNT(present.parent_city) OVER () AS known
  FROM present
  WHERE
    present.market = CAST(:market AS STRING)
)
SELECT
  here.parent_city AS city,
  places.lat,
  places.lon,
  COUNT(*) AS companies,
  here.known,
  here.listed,
  ARRAY_SORT(NULLIF(COLLECT_SET(here.source_id), ARRAY())) AS source_ids
FROM here
INNER JOIN places
  ON here.parent_city = places.place
GROUP BY
  here.parent_city,
  places.lat,
  places.lon,
  here.known,
  here.listed
ORDER BY
  companies DESC,
  here.parent_city NULLS LAST;

-- market/institutions
SELECT
  institution.institution_id,
  institution.name_en,
  institution.name_de,
  institution.kind,
  institution.since_year,
  institution.city,
  institution.source_id
FROM institution
WHERE
  institution.market = CAST(:market AS STRING) AND institution.desk_id IS NULL
ORDER BY
  institution.kind NULLS LAST,
  institution.since_year NULLS LAST,
  institution.name_en NULLS LAST;

-- market/key_figures
WITH figures AS (
  SELECT
    subjects.position AS slot,
    best_series.indicator_id,
    best_series.region,
    best_series.unit,
    best_series.value,
    best_series.qualifier,
    best_series.year,
    best_series.is_old,
    best_series.previous_year,
    best_series.previous_qualifier,
    best_series.change,
    best_series.source_id,
    best_series.publisher
  FROM best_series
  INNER JOIN subjects
    ON best_series.subject = subjects.subject
  WHERE
    best_series.market = CAST(:market AS STRING) AND NOT subjects.position IS NULL
  UNION ALL
  SELECT
    subjects.position,
    NULL,
    NULL,
    'count',
    COUNT(*),
    'exact',
    NULL,
    FALSE,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL
  FROM present
  CROSS JOIN subjects
  WHERE
    present.market = CAST(:market AS STRING) AND subjects.subject = 'list'
  GROUP BY
    subjects.position
)
SELECT
  slot,
  indicator_id,
  region,
  unit,
  value,
  qualifier,
  year,
  is_old,
  previous_year,
  previous_qualifier,
  change,
  source_id,
  publisher
FROM (
  SELECT
    figures.slot,
    figures.indicator_id,
    figures.region,
    figures.unit,
    figures.value,
    figures.qualifier,
    figures.year,
    figures.is_old,
    figures.previous_year,
    figures.previous_qualifier,
    figures.change,
    figures.source_id,
    figures.publisher,
    (
      ROW_NUMBER() OVER (ORDER BY figures.is_old NULLS LAST, figures.slot NULLS LAST) <= 5
    ) AS _kept,
    (
      figures.slot
    ) AS _key0
  FROM figures
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 NULLS LAST;

-- market/larger_inside
SELECT
  inner_one.indicator_id,
  inner_one.region,
  inner_one.year,
  inner_one.value,
  inner_one.qualifier,
  published.note_en,
  published.note_de,
  outer_one.indicator_id AS other_indicator_id,
  outer_one.region AS other_region,
  outer_one.year AS other_year,
  outer_one.value AS other_value,
  outer_one.qualifier AS other_qualifier
FROM latest_value AS inner_one
INNER JOIN region_within
  ON inner_one.region = region_within.region
INNER JOIN latest_value AS outer_one
  ON inner_one.market = outer_one.market AND region_within.whole = outer_one.region
INNER JOIN indicator_types AS inner_type
  ON inner_one.indicator_id = inner_type.indicator_id
INNER JOIN indicator_types AS outer_type
  ON outer_one.indicator_id = outer_type.indicator_id
INNER JOIN published
  ON inner_one.indicator_id = published.indicator_id
  AND inner_one.market = published.market
  AND inner_one.region = published.region
  AND inner_one.year = published.year
WHERE
  inner_one.market = CAST(:market AS STRING)
  AND inner_type.subject = 'companies'
  AND outer_type.subject = 'companies'
  AND NOT inner_type.rank IS NULL
  AND NOT outer_type.rank IS NULL
  AND inner_one.unit = outer_one.unit
  AND inner_one.qualifier IN ('exact', 'approx')
  AND outer_one.qualifier IN ('exact', 'approx')
  AND ABS(inner_one.year - outer_one.year) <= 1
  AND inner_one.value > outer_one.value
ORDER BY
  inner_one.indicator_id NULLS LAST,
  outer_one.indicator_id NULLS LAST,
  outer_one.region NULLS LAST;

-- market/milestones
WITH placed AS (
  SELECT
    milestone.*,
    CASE
      WHEN milestone.is_arrival
      THEN 1
      WHEN milestone.kind IN ('expansion', 'hq-upgrade')
      THEN 2
      WHEN milestone.kind = 'relocation'
      THEN 3
      WHEN milestone.kind = 'rnd-centre'
      THEN 4
      WHEN milestone.kind IN ('partnership', 'acquisition', 'renaming')
      THEN 5
      ELSE 6
    END AS lane
  FROM milestone
  WHERE
    milestone.market = CAST(:market AS STRING)
)
SELECT
  placed.milestone_id,
  placed.company_id,
  placed.name,
  placed.lane,
  placed.kind,
  placed.year,
  placed.month,
  ROW_NUMBER() OVER (
    PARTITION BY placed.lane, placed.year
    ORDER BY placed.month, placed.milestone_id NULLS LAST
  ) AS number,
  COUNT(*) OVER (PARTITION BY placed.lane, placed.year) AS crowd,
  placed.from_city,
  placed.to_city,
  placed.jobs,
  placed.is_announced,
  placed.description_en,
  placed.description_de,
  placed.source_id
FROM placed
ORDER BY
  placed.year DESC,
  placed.month DESC,
  placed.milestone_id NULLS LAST;

-- market/news
SELECT
  happening.fact,
  happening.fact_id,
  happening.kind,
  happening.theme_id,
  happening.year,
  happening.month,
  happening.day,
  happening.fact = 'events' AND happening.until_day >= CAST(:today AS DATE) AS running,
  happening.is_announced,
  happening.company_id,
  happening.from_city,
  happening.to_city,
  happening.title_en,
  happening.title_de,
  happening.text_en,
  happening.text_de,
  happening.source_id,
  GREATEST(COALESCE(kinds.rank, 2), COALESCE(roles.rank, 1)) - CAST((
    NOT happening.theme_id IS NULL
  ) AS INT) AS rank
FROM happening
LEFT JOIN news AS kinds
  ON happening.fact = kinds.fact AND happening.kind = kinds.kind
LEFT JOIN companies
  ON happening.company_id = companies.company_id
LEFT JOIN news AS roles
  ON roles.fact = 'roles' AND companies.role = roles.kind
WHERE
  happening.market = CAST(:market AS STRING)
  AND happening.from_day <= CAST(:today AS DATE)
  AND happening.until_day >= CAST(:today AS DATE) - INTERVAL '2' YEAR
ORDER BY
  rank NULLS LAST,
  happening.year DESC,
  happening.month DESC,
  happening.day DESC,
  happening.fact NULLS LAST,
  happening.fact_id NULLS LAST;

-- market/sector_mix
WITH by_sector AS (
  SELECT
    present.sector_id,
    COUNT(*) AS all_companies,
    COUNT(*) FILTER(WHERE
      present.market = CAST(:market AS STRING)) AS companies,
    ARRAY_SORT(
      NULLIF(
        COLLECT_SET(present.source_id) FILTER(WHERE
          present.market = CAST(:market AS STRING)),
        ARRAY()
      )
    ) AS source_ids
  FROM present
  GROUP BY
    present.sector_id
), shares AS (
  SELECT
    by_sector.sector_id,
    by_sector.companies,
    CAST(SUM(by_sector.companies) OVER () AS BIGINT) AS companies_total,
    CAST(SUM(by_sector.all_companies) OVER () AS BIGINT) AS all_total,
    by_sector.companies / SUM(by_sector.companies) OVER () AS share,
    by_sector.all_companies / SUM(by_sector.all_companies) OVER () AS share_all,
    by_sector.source_ids
  FROM by_sector
)
SELECT
  shares.sector_id,
  shares.companies,
  shares.companies_total,
  shares.all_total,
  shares.share,
  shares.share_all,
  shares.share / shares.share_all AS specialisation,
  shares.source_ids
FROM shares
WHERE
  shares.companies > 0 AND shares.sector_id <> 'other'
ORDER BY
  shares.companies DESC,
  specialisation DESC,
  shares.sector_id NULLS LAST;

-- market/series
WITH chosen AS (
  SELECT
    series.indicator_id,
    series.market,
    series.region,
    series.distance,
    series.points,
    series.last_year,
    series.drawable,
    MAX(series.last_year) OVER () AS newest
  FROM series
  WHERE
    series.market = CAST(:market AS STRING)
    AND ARRAY_CONTAINS(CAST(:groups AS ARRAY<STRING>), series.group_id)
    AND series.unit IN ('count', 'eur-m')
), lines AS (
  SELECT
    chosen.*,
    ROW_NUMBER() OVER (
      ORDER BY (
        chosen.last_year >= chosen.newest - 4
      ) DESC, chosen.points DESC, chosen.last_year DESC, chosen.distance ASC NULLS LAST, chosen.indicator_id ASC NULLS LAST
    ) AS position
  FROM chosen
)
SELECT
  lines.position,
  lines.drawable,
  published.indicator_id,
  published.group_id,
  published.region,
  published.unit,
  published.year,
  published.value,
  published.qualifier,
  published.year = lines.last_year AS is_latest,
  published.source_id,
  published.source_ids
FROM lines
INNER JOIN published
  ON lines.indicator_id = published.indicator_id
  AND lines.market = published.market
  AND lines.region = published.region
ORDER BY
  lines.position NULLS LAST,
  published.year NULLS LAST;

-- market/signals
SELECT
  signals.signal_id,
  signals.direction,
  signals.year,
  signals.sector_id,
  signals.signal_en,
  signals.signal_de,
  signals.source_id
FROM signals
WHERE
  signals.market = CAST(:market AS STRING)
ORDER BY
  signals.year DESC,
  signals.direction NULLS LAST,
  signals.signal_id NULLS LAST;

-- market/sites
WITH here AS (
  SELECT
    present.*,
    COUNT(*) OVER () AS listed,
    COUNT(present.lat) OVER () AS located
  FROM present
  WHERE
    present.market = CAST(:market AS STRING)
)
SELECT
  here.city,
  here.lat,
  here.lon,
  COUNT(*) AS companies,
  CAST(SUM(COUNT(*)) OVER (PARTITION BY here.city) AS BIGINT) AS town_companies,
  ROW_NUMBER() OVER (
    PARTITION BY here.city
    ORDER BY COUNT(*) DESC, here.lat NULLS LAST, here.lon NULLS LAST
  ) AS place_in_town,
  here.located,
  here.listed,
  ARRAY_SORT(NULLIF(COLLECT_SET(here.source_id), ARRAY())) AS source_ids
FROM here
WHERE
  NOT here.lat IS NULL
GROUP BY
  here.city,
  here.lat,
  here.lon,
  here.located,
  here.listed
ORDER BY
  town_companies DESC,
  here.city NULLS LAST,
  place_in_town NULLS LAST;

-- market/speed
WITH first_growth AS (
  SELECT
    company.market,
    company.company_id,
    MIN(milestone.year) - company.arrived AS years
  FROM company
  INNER JOIN milestone
    ON company.company_id = milestone.company_id
  WHERE
    milestone.is_growth AND milestone.year > company.arrived
  GROUP BY
    company.market,
    company.company_id,
    company.arrived
)
SELECT
  'market' AS scope,
  MEDIAN(years) AS median_years,
  COUNT(*) AS companies
FROM first_growth
WHERE
  market = CAST(:market AS STRING)
UNION ALL
SELECT
  'all',
  MEDIAN(years),
  COUNT(*)
FROM first_growth
ORDER BY
  scope DESC;

-- model/ageing
SELECT
  'headline' AS recheck,
  latest_value.indicator_id || ' ' || latest_value.market || ' ' || latest_value.region AS about,
  latest_value.market,
  latest_value.year,
  headlines.label_en AS title_en,
  headlines.label_de AS title_de,
  latest_value.source_id
FROM headlines
INNER JOIN latest_value
  ON headlines.indicator_id = latest_value.indicator_id
  AND headlines.market = latest_value.market
  AND headlines.region = latest_value.region
UNION ALL
SELECT
  'figure',
  best_series.indicator_id || ' ' || best_series.market || ' ' || best_series.region,
  best_series.market,
  best_series.year,
  indicator_types.name_en,
  indicator_types.name_de,
  best_series.source_id
FROM best_series
INNER JOIN indicator_types
  ON best_series.indicator_id = indicator_types.indicator_id
UNION ALL
SELECT
  'staff',
  company_id,
  market,
  employees_year,
  name,
  name,
  source_id
FROM present
WHERE
  NOT employees_year IS NULL
UNION ALL
SELECT
  'company',
  company_id,
  market,
  heard,
  name,
  name,
  source_id
FROM present
WHERE
  NOT heard IS NULL AND status <> 'announced'
UNION ALL
SELECT
  'due',
  milestone.milestone_id,
  milestone.market,
  milestone.due_year,
  milestone.name,
  milestone.name,
  milestone.source_id
FROM milestone
WHERE
  NOT milestone.due_year IS NULL
  AND NOT milestone.doubted
  AND NOT EXISTS(
    SELECT
      1
    FROM milestones AS later
    WHERE
      later.company_id = milestone.company_id AND later.year > milestone.due_year
  )
UNION ALL
SELECT
  'signal',
  signal_id,
  market,
  year,
  signal_en,
  signal_de,
  source_id
FROM signals;

-- model/anniversary
WITH begun AS (
  SELECT
    present.*,
    present.arrived AS since
  FROM present
  WHERE
    present.status <> 'announced' AND NOT present.arrived IS NULL
  UNION ALL
  SELECT
    present.*,
    present.established
  FROM present
  WHERE
    present.status <> 'announced'
    AND present.established IS DISTINCT FROM present.arrived
), first_told AS (
  SELECT
    milestone.company_id,
    milestone.year,
    MIN(milestone.source_id) AS source_id
  FROM milestone
  WHERE
    milestone.is_arrival OR milestone.kind = 'relocation'
  GROUP BY
    milestone.company_id,
    milestone.year
), known AS (
  SELECT
    begun.company_id AS fact_id,
    begun.company_id,
    begun.name AS name_en,
    begun.name AS name_de,
    begun.market,
    ARRAY(begun.market) AS markets,
    begun.theme_id,
    begun.status,
    CAST(NULL AS STRING) AS kind,
    begun.city,
    begun.since,
    COALESCE(begun.since <> begun.arrived, TRUE) AS of_site,
    IF(begun.since = begun.established, begun.source_id, first_told.source_id) AS source_id
  FROM begun
  LEFT JOIN first_told
    ON begun.company_id = first_told.company_id AND begun.since = first_told.year
  UNION ALL
  SELECT
    institution.institution_id,
    NULL,
    institution.name_en,
    institution.name_de,
    institution.market,
    institution.markets,
    NULL,
    NULL,
    institution.kind,
    institution.city,
    institution.since_year,
    NULL,
    institution.source_id
  FROM institution
  WHERE
    NOT institution.since_year IS NULL
)
SELECT
  known.*,
  anniversaries.years,
  known.since + anniversaries.years AS year
FROM known
CROSS JOIN anniversaries;

-- model/as_of
SELECT
  TRY_CAST(LEFT(sources.published, 4) AS INT) AS year,
  TRY_CAST(SUBSTRING(sources.published, 6, 2) AS INT) AS month
FROM sources
WHERE
  LENGTH(sources.published) >= 7
ORDER BY
  sources.published DESC
LIMIT 1;

-- model/best_series
SELECT
  series.subject,
  latest_value.*
FROM series
INNER JOIN latest_value
  ON series.indicator_id = latest_value.indicator_id
  AND series.market = latest_value.market
  AND series.region = latest_value.region
WHERE
  series.position = 1 AND NOT series.rank IS NULL;

-- model/city_cover
SELECT
  city.place AS city,
  covered.market,
  covered.region = city.region AS is_own,
  regions.name_en AS area_en,
  regions.name_de AS area_de,
  indicator_types.name_en,
  indicator_types.name_de,
  covered.listed,
  covered.value,
  covered.qualifier,
  covered.year,
  covered.share,
  sources.title AS source_title,
  sources.publisher,
  sources.url
FROM covered
CROSS JOIN city
INNER JOIN regions
  ON covered.region = regions.region
INNER JOIN indicator_types
  ON covered.indicator_id = indicator_types.indicator_id
INNER JOIN sources
  ON covered.source_id = sources.source_id;

-- model/city_list
WITH here AS (
  SELECT
    COUNT(*) AS companies,
    COUNT(present.arrived) AS dated
  FROM present
)
SELECT
  city.place AS city,
  city.country,
  here.companies,
  here.dated,
  as_of.year,
  as_of.month
FROM city
CROSS JOIN here
LEFT JOIN as_of
  ON TRUE;

-- model/city_site
SELECT
  city.place AS city,
  city.country,
  company.company_id,
  company.name,
  company.market,
  company.sector_id,
  company.theme_id,
  company.topics,
  company.role,
  company.city AS town,
  company.arrived,
  company.status,
  NOT present.company_id IS NULL AS is_here,
  sources.title AS source_title,
  sources.publisher,
  sources.url,
  sources.published,
  sources.tertiary
FROM company
CROSS JOIN city
INNER JOIN sources
  ON company.source_id = sources.source_id
LEFT JOIN present
  ON company.company_id = present.company_id;

-- model/company
WITH history AS (
  SELECT
    milestone.company_id,
    MIN(milestone.year) FILTER(WHERE
      milestone.is_arrival
      OR (
        milestone.kind = 'relocation'
        AND NOT milestone.from_city IS NULL
        AND NOT milestone.from_region
      )) AS first_year,
    MIN(milestone.year) FILTER(WHERE
      milestone.kind = 'relocation'
      AND milestone.scope = 'whole'
      AND milestone.from_region) AS moved_within,
    MAX(GREATEST(milestone.year, TRY_CAST(LEFT(milestone.published, 4) AS INT))) AS last_year,
    COUNT(*) AS milestones
  FROM milestone
  GROUP BY
    milestone.company_id
), arrivals AS (
  SELECT
    companies.company_id,
    IF(
      companies.status = 'announced'
      OR history.moved_within <= LEAST(companies.established, history.first_year),
      NULL,
      LEAST(companies.established, history.first_year)
    ) AS year
  FROM companies
  LEFT JOIN history
    ON companies.company_id = history.company_id
), heard AS (
  SELECT
    companies.company_id,
    GREATEST(
      history.last_year,
      TRY_CAST(LEFT(sources.published, 4) AS INT),
      companies.employees_year,
      companies.established
    ) AS year
  FROM companies
  INNER JOIN sources
    ON companies.source_id = sources.source_id
  LEFT JOIN history
    ON companies.company_id = history.company_id
)
SELECT
  companies.company_id,
  companies.name,
  companies.former_names,
  companies.parent,
  companies.market,
  companies.parent_city,
  companies.city,
  places.area,
  companies.postcode,
  companies.sector_id,
  sectors.group_id AS sector_group_id,
  companies.theme_id,
  FILTER(
    TRANSFORM(SPLIT(COALESCE(companies.topics, ''), ';'), code -> TRIM(code)),
    code -> code <> ''
  ) AS topics,
  companies.role,
  companies.established,
  arrivals.year AS arrived,
  periods.period,
  COALESCE(history.milestones, 0) AS milestones,
  companies.employees,
  companies.employees_year,
  IF(
    companies.status = 'unknown' AND heard.year < as_of.year - 10,
    'unheard',
    companies.status
  ) AS status,
  heard.year AS heard,
  companies.note_en,
  companies.note_de,
  companies.source_id,
  sources.title AS source_title,
  sources.publisher,
  sources.url,
  COALESCE(postcodes.lat, places.lat) AS lat,
  COALESCE(postcodes.lon, places.lon) AS lon
FROM companies
INNER JOIN sectors
  ON companies.sector_id = sectors.sector_id
INNER JOIN sources
  ON companies.source_id = sources.source_id
INNER JOIN arrivals
  ON companies.company_id = arrivals.company_id
INNER JOIN heard
  ON companies.company_id = heard.company_id
LEFT JOIN as_of
  ON TRUE
LEFT JOIN periods
  ON arrivals.year >= COALESCE(periods.from_year, arrivals.year)
  AND arrivals.year <= COALESCE(periods.until_year, arrivals.year)
LEFT JOIN history
  ON companies.company_id = history.company_id
LEFT JOIN places
  ON companies.city = places.place
LEFT JOIN postcodes
  ON companies.postcode = postcodes.postcode
ORDER BY
  companies.market NULLS LAST,
  companies.company_id NULLS LAST;

-- model/company_topic
SELECT DISTINCT
  companies.company_id,
  EXPLODE(
    FILTER(
      TRANSFORM(SPLIT(COALESCE(companies.topics, ''), ';'), code -> TRIM(code)),
      code -> code <> ''
    )
  ) AS topic_id
FROM companies;

-- model/comparable
SELECT
  published.*,
  total.qualifier AS total_qualifier,
  total.source_ids AS total_source_ids,
  markets.source_id AS population_source_id,
  CASE
    WHEN published.unit IN ('count', 'eur-m')
    THEN published.value * 1000000.0 / NULLIF(markets.population, 0)
  END AS per_million,
  CASE
    WHEN published.unit IN ('count', 'eur-m')
    THEN published.value / NULLIF(total.value, 0)
  END AS share_of_all
FROM published
INNER JOIN markets
  ON published.market = markets.market
LEFT JOIN published AS total
  ON published.indicator_id = total.indicator_id
  AND published.region = total.region
  AND published.year = total.year
  AND total.market = 'all'
WHERE
  published.market <> 'all';

-- model/covered
WITH figures AS (
  SELECT
    *
  FROM (
    SELECT
      latest_value.*,
      SPLIT(regions.areas, ' ') AS areas,
      (
        SELECT
          NULLIF(
            TRANSFORM(
              SORT_ARRAY(
                COLLECT_LIST(
                  STRUCT(counted_with.also IS NULL AS n0, counted_with.also AS k0, counted_with.also AS also)
                )
              ),
              s -> s.also
            ),
            ARRAY()
          )
        FROM counted_with
        WHERE
          counted_with.indicator_id = latest_value.indicator_id
          AND counted_with.market = latest_value.market
      ) AS counted_with,
      (
        ROW_NUMBER() OVER (
          PARTITION BY role_series.market, role_series.region
          ORDER BY role_series.position NULLS LAST
        ) = 1
      ) AS _kept
    FROM role_series
    INNER JOIN latest_value
      ON role_series.indicator_id = latest_value.indicator_id
      AND role_series.market = latest_value.market
      AND role_series.region = latest_value.region
    INNER JOIN regions
      ON role_series.region = regions.region
    WHERE
      role_series.role = 'coverage' AND NOT regions.areas IS NULL
  ) AS chosen_rows
  WHERE
    _kept
), listed AS (
  SELECT
    figures.market,
    figures.region,
    COUNT(*) AS listed
  FROM figures
  INNER JOIN present
    ON (
      figures.market IN (present.market, 'all')
      OR ARRAY_CONTAINS(figures.counted_with, present.market)
    )
    AND SIZE(FILTER(figures.areas, start -> STARTSWITH(present.area, start))) > 0
  GROUP BY
    figures.market,
    figures.region
)
SELECT
  figures.market,
  figures.region,
  figures.indicator_id,
  figures.counted_with,
  COALESCE(listed.listed, 0) AS listed,
  figures.value,
  figures.qualifier,
  figures.year,
  COALESCE(listed.listed, 0) / figures.value AS share,
  figures.source_id
FROM figures
LEFT JOIN listed
  ON figures.market = listed.market AND figures.region = listed.region;

-- model/desk
WITH served AS (
  SELECT
    markets.desk_id,
    MIN(markets.market) FILTER(WHERE
      markets.core) AS market,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(
              (
                NOT markets.core
              ) IS NULL AS n0,
              NOT markets.core AS k0,
              markets.market IS NULL AS n1,
              markets.market AS k1,
              markets.market AS market
            )
          )
        ),
        s -> s.market
      ),
      ARRAY()
    ) AS markets
  FROM markets
  WHERE
    NOT markets.desk_id IS NULL
  GROUP BY
    markets.desk_id
)
SELECT
  desks.*,
  served.market,
  served.markets,
  sources.title AS source_title,
  sources.publisher,
  sources.url AS source_url
FROM desks
INNER JOIN served
  ON desks.desk_id = served.desk_id
INNER JOIN sources
  ON desks.source_id = sources.source_id;

-- model/event
SELECT
  events.event_id,
  events.year,
  events.month,
  events.day,
  events.end_year,
  events.end_month,
  events.end_day,
  events.kind,
  events.market,
  events.place_en,
  events.place_de,
  events.theme_id,
  events.title_en,
  events.title_de,
  events.participants,
  events.exhibitors,
  events.visitors,
  events.source_id,
  MAKE_DATE(events.year, COALESCE(events.month, 1), COALESCE(events.day, 1)) AS first_day,
  CASE
    WHEN events.month IS NULL
    THEN MAKE_DATE(events.year, 12, 31)
    WHEN events.day IS NULL
    THEN LAST_DAY(MAKE_DATE(events.year, events.month, 1))
    ELSE MAKE_DATE(events.year, events.month, events.day)
  END AS begun_day,
  IF(
    events.end_year IS NULL,
    CASE
      WHEN events.month IS NULL
      THEN MAKE_DATE(events.year, 12, 31)
      WHEN events.day IS NULL
      THEN LAST_DAY(MAKE_DATE(events.year, events.month, 1))
      ELSE MAKE_DATE(events.year, events.month, events.day)
    END,
    CASE
      WHEN events.end_month IS NULL
      THEN MAKE_DATE(events.end_year, 12, 31)
      WHEN events.end_day IS NULL
      THEN LAST_DAY(MAKE_DATE(events.end_year, events.end_month, 1))
      ELSE MAKE_DATE(events.end_year, events.end_month, events.end_day)
    END
  ) AS last_day,
  events.market = 'all' AS for_all,
  sources.publisher,
  sources.url
FROM events
INNER JOIN sources
  ON events.source_id = sources.source_id;

-- model/faceted
SELECT
  company.company_id,
  company.source_id,
  company.employees,
  company.market,
  company.sector_id AS sector,
  COALESCE(company.theme_id, 'none') AS theme,
  IF(SIZE(company.topics) = 0, ARRAY('none'), company.topics) AS topic,
  company.role,
  COALESCE(company.city, 'unknown') AS town,
  COALESCE(CAST(company.period AS STRING), 'unknown') AS period,
  company.status,
  IF(company.milestones > 0, 'yes', 'no') AS history,
  IF(company.employees IS NULL, 'unknown', 'known') AS staff
FROM company;

-- model/fact
SELECT
  'companies' AS fact,
  company_id AS fact_id,
  market,
  established AS year,
  name AS title_en,
  name AS title_de,
  source_id
FROM companies
UNION ALL
SELECT
  'milestones',
  milestones.milestone_id,
  companies.market,
  milestones.year,
  COALESCE(milestones.description_en, companies.name),
  COALESCE(milestones.description_de, companies.name),
  milestones.source_id
FROM milestones
INNER JOIN companies
  ON milestones.company_id = companies.company_id
UNION ALL
SELECT
  'indicators',
  indicators.indicator_id || ' ' || indicators.market || ' ' || indicators.region || ' ' || indicators.year,
  indicators.market,
  indicators.year,
  indicator_types.name_en,
  indicator_types.name_de,
  indicators.source_id
FROM indicators
INNER JOIN indicator_types
  ON indicators.indicator_id = indicator_types.indicator_id
UNION ALL
SELECT
  'events',
  event_id,
  market,
  year,
  title_en,
  title_de,
  source_id
FROM events
UNION ALL
SELECT
  'institutions',
  institution_id,
  market,
  since_year,
  name_en,
  name_de,
  source_id
FROM institutions
UNION ALL
SELECT
  'signals',
  signal_id,
  market,
  year,
  signal_en,
  signal_de,
  source_id
FROM signals
UNION ALL
SELECT
  'projects',
  project_id,
  NULL,
  NULL,
  name_en,
  name_de,
  source_id
FROM projects
UNION ALL
SELECT
  'project_partners',
  project_id || ' ' || partner,
  market,
  NULL,
  partner,
  partner,
  source_id
FROM project_partners
UNION ALL
SELECT
  'themes',
  theme_id,
  NULL,
  NULL,
  name_en,
  name_de,
  source_id
FROM themes
UNION ALL
SELECT
  'desks',
  desk_id,
  NULL,
  since_year,
  name_en,
  name_de,
  source_id
FROM desks
UNION ALL
SELECT
  'contacts',
  contact_id,
  NULL,
  NULL,
  name,
  name,
  source_id
FROM contacts
UNION ALL
SELECT
  'markets',
  market,
  market,
  NULL,
  name_en,
  name_de,
  source_id
FROM markets
WHERE
  NOT source_id IS NULL;

-- model/folded
WITH named AS (
  SELECT
    company_topic.company_id,
    ARRAY_JOIN(
      NULLIF(
        TRANSFORM(
          SORT_ARRAY(
            COLLECT_LIST(
              STRUCT(
                topics.topic_id IS NULL AS n0,
                topics.topic_id AS k0,
                topics.name_en || ' ' || topics.name_de AS x
              )
            )
          ),
          s -> s.x
        ),
        ARRAY()
      ),
      ' '
    ) AS topics
  FROM company_topic
  INNER JOIN topics
    ON company_topic.topic_id = topics.topic_id
  GROUP BY
    company_topic.company_id
), said AS (
  SELECT
    company_id,
    'name' AS place,
    REPLACE(
      REPLACE(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    TRANSLATE(
                      STRIP_ACCENTS(LOWER(CONCAT_WS(' ', name, former_names, parent))),
                      'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                      'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                    ),
                    'ß',
                    'ss'
                  ),
                  'æ',
                  'ae'
                ),
                'œ',
                'oe'
              ),
              'ﬀ',
              'ff'
            ),
            'ﬁ',
            'fi'
          ),
          'ﬂ',
          'fl'
        ),
        'ﬃ',
        'ffi'
      ),
      'ﬄ',
      'ffl'
    ) AS plain
  FROM companies
  UNION ALL
  SELECT
    companies.company_id,
    'note',
    REPLACE(
      REPLACE(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    TRANSLATE(
                      STRIP_ACCENTS(LOWER(CONCAT_WS(' ', companies.note_en, companies.note_de, named.topics))),
                      'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                      'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                    ),
                    'ß',
                    'ss'
                  ),
                  'æ',
                  'ae'
                ),
                'œ',
                'oe'
              ),
              'ﬀ',
              'ff'
            ),
            'ﬁ',
            'fi'
          ),
          'ﬂ',
          'fl'
        ),
        'ﬃ',
        'ffi'
      ),
      'ﬄ',
      'ffl'
    )
  FROM companies
  LEFT JOIN named
    ON companies.company_id = named.company_id
)
SELECT
  said.company_id,
  said.place,
  said.plain,
  REPLACE(REPLACE(REPLACE(said.plain, 'ae', 'a'), 'oe', 'o'), 'ue', 'u') AS short,
  NOT present.company_id IS NULL AS is_here
FROM said
LEFT JOIN present
  ON said.company_id = present.company_id
ORDER BY
  said.place NULLS LAST;

-- model/growth
SELECT
  milestone.milestone_id,
  milestone.company_id,
  milestone.name,
  milestone.market,
  milestone.sector_id,
  milestone.kind,
  milestone.year,
  milestone.month,
  milestone.source_id
FROM milestone
INNER JOIN present
  ON milestone.company_id = present.company_id
WHERE
  milestone.is_arrival OR milestone.is_growth
UNION ALL
SELECT
  NULL,
  present.company_id,
  present.name,
  present.market,
  present.sector_id,
  'settlement',
  present.arrived,
  NULL,
  present.source_id
FROM present
WHERE
  NOT present.arrived IS NULL
  AND NOT EXISTS(
    SELECT
      1
    FROM milestone
    WHERE
      milestone.company_id = present.company_id
      AND (
        milestone.is_arrival OR milestone.is_growth
      )
      AND milestone.year = present.arrived
  );

-- model/happening
SELECT
  'milestones' AS fact,
  milestone_id AS fact_id,
  market,
  theme_id,
  kind,
  year,
  month,
  CAST(NULL AS INT) AS day,
  MAKE_DATE(year, COALESCE(month, 1), 1) AS from_day,
  CASE
    WHEN month IS NULL
    THEN MAKE_DATE(year, 12, 31)
    WHEN NULL IS NULL
    THEN LAST_DAY(MAKE_DATE(year, month, 1))
    ELSE MAKE_DATE(year, month, NULL)
  END AS until_day,
  is_announced,
  company_id,
  from_city,
  to_city,
  name AS title_en,
  name AS title_de,
  description_en AS text_en,
  description_de AS text_de,
  source_id
FROM milestone
UNION ALL
SELECT
  'events',
  event_id,
  market,
  theme_id,
  kind,
  year,
  month,
  day,
  begun_day,
  last_day,
  FALSE,
  NULL,
  NULL,
  NULL,
  title_en,
  title_de,
  NULL,
  NULL,
  source_id
FROM event
WHERE
  NOT for_all
UNION ALL
SELECT
  'institutions',
  institution_id,
  market,
  NULL,
  kind,
  since_year,
  NULL,
  NULL,
  MAKE_DATE(since_year, 1, 1),
  MAKE_DATE(since_year, 12, 31),
  FALSE,
  NULL,
  NULL,
  NULL,
  name_en,
  name_de,
  NULL,
  NULL,
  source_id
FROM institution
WHERE
  market <> 'all' AND NOT since_year IS NULL
UNION ALL
SELECT
  'signals',
  signal_id,
  market,
  theme_id,
  direction,
  year,
  NULL,
  NULL,
  MAKE_DATE(year, 1, 1),
  MAKE_DATE(year, 12, 31),
  FALSE,
  NULL,
  NULL,
  NULL,
  signal_en,
  signal_de,
  NULL,
  NULL,
  source_id
FROM signals
WHERE
  market <> 'all';

-- model/inhabitants
SELECT
  published.region,
  published.year,
  published.value,
  published.qualifier,
  published.source_id
FROM published
INNER JOIN indicator_roles
  ON published.indicator_id = indicator_roles.indicator_id
WHERE
  indicator_roles.role = 'inhabitants' AND published.market = 'all';

-- model/institution
WITH every AS (
  SELECT
    institutions.institution_id,
    institutions.name_en,
    institutions.name_de,
    institutions.market,
    institutions.kind,
    institutions.since_year,
    institutions.city,
    institutions.description_en,
    institutions.description_de,
    institutions.source_id,
    ARRAY(institutions.market) AS markets,
    CAST(NULL AS STRING) AS desk_id
  FROM institutions
  UNION ALL
  SELECT
    'desk-' || desk.desk_id,
    desk.name_en,
    desk.name_de,
    desk.market,
    'desk',
    desk.since_year,
    NULL,
    NULL,
    NULL,
    desk.source_id,
    ARRAY_SORT(desk.markets),
    desk.desk_id
  FROM desk
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM institutions
      WHERE
        institutions.market = desk.market
        AND institutions.kind IN ('desk', 'competence-centre')
        AND institutions.since_year = desk.since_year
    )
)
SELECT
  every.*,
  CASE
    WHEN every.kind IN ('consulate', 'desk', 'competence-centre', 'trade-promotion')
    THEN 1
    WHEN every.kind IN ('chamber', 'network', 'accelerator', 'trade-fair')
    THEN 2
    WHEN every.kind IN ('school', 'culture')
    THEN 3
    ELSE 4
  END AS kind_group
FROM every;

-- model/latest_value
WITH lines AS (
  SELECT
    published.indicator_id,
    published.unit,
    published.market,
    published.region,
    published.year,
    published.value,
    published.qualifier,
    LAG(published.value) OVER line AS previous_value,
    LAG(published.year) OVER line AS previous_year,
    LAG(published.qualifier) OVER line AS previous_qualifier,
    published.source_id,
    published.source_ids,
    published.publisher,
    MAX(published.year) OVER whole AS newest
  FROM published
  WINDOW whole AS (PARTITION BY published.indicator_id, published.market, published.region), line AS (
    PARTITION BY published.indicator_id, published.market, published.region
    ORDER BY published.year NULLS LAST
  )
), newest AS (
  SELECT
    lines.*,
    CASE WHEN lines.previous_value > 0 THEN lines.value / lines.previous_value - 1 END AS change
  FROM lines
  WHERE
    lines.year = lines.newest
)
SELECT
  newest.indicator_id,
  newest.unit,
  newest.market,
  newest.region,
  newest.year,
  newest.value,
  newest.qualifier,
  newest.previous_value,
  newest.previous_year,
  newest.previous_qualifier,
  newest.source_id,
  newest.source_ids,
  newest.publisher,
  COALESCE(newest.year < as_of.year - rechecks.years, FALSE) AS is_old,
  newest.change
FROM newest
LEFT JOIN as_of
  ON TRUE
LEFT JOIN rechecks
  ON rechecks.recheck = 'figure';

-- model/measured
SELECT
  comparable.*,
  'absolute' AS mode,
  CAST(NULL AS INT) AS base_year,
  comparable.value AS shown,
  comparable.qualifier AS shown_qualifier,
  comparable.source_ids AS shown_source_ids
FROM comparable
UNION ALL
SELECT
  comparable.*,
  'per-million',
  NULL,
  comparable.per_million,
  comparable.qualifier,
  ARRAY_APPEND(COALESCE(comparable.source_ids, ARRAY()), comparable.population_source_id)
FROM comparable
WHERE
  NOT comparable.per_million IS NULL
UNION ALL
SELECT
  comparable.*,
  'share',
  NULL,
  comparable.share_of_all,
  IF(
    comparable.qualifier = 'exact' AND comparable.total_qualifier = 'exact',
    'exact',
    'approx'
  ),
  ARRAY_SORT(ARRAY_DISTINCT(CONCAT(comparable.source_ids, comparable.total_source_ids)))
FROM comparable
WHERE
  NOT comparable.share_of_all IS NULL
UNION ALL
SELECT
  comparable.*,
  'index',
  base.year,
  100.0 * comparable.value / base.value,
  IF(comparable.qualifier = 'exact' AND base.qualifier = 'exact', 'exact', 'approx'),
  ARRAY_SORT(ARRAY_DISTINCT(CONCAT(comparable.source_ids, base.source_ids)))
FROM comparable
INNER JOIN comparable AS base
  ON comparable.indicator_id = base.indicator_id
  AND comparable.region = base.region
  AND comparable.market = base.market
WHERE
  base.value > 0;

-- model/milestone
SELECT
  milestones.milestone_id,
  milestones.company_id,
  companies.name,
  companies.market,
  companies.sector_id,
  companies.theme_id,
  companies.city,
  milestones.year,
  milestones.month,
  milestones.due_year,
  milestones.kind,
  milestones.kind IN ('settlement', 'startup-landing') AND NOT milestones.doubted AS is_arrival,
  milestones.kind IN ('expansion', 'rnd-centre', 'hq-upgrade')
  AND NOT milestones.doubted AS is_growth,
  companies.status = 'announced' AS is_announced,
  milestones.from_city,
  milestones.to_city,
  milestones.scope,
  NOT origin.area IS NULL AS from_region,
  milestones.jobs,
  milestones.area_sqm,
  milestones.invest_eur,
  milestones.description_en,
  milestones.description_de,
  milestones.doubted,
  milestones.source_id,
  sources.published,
  sources.publisher,
  sources.url
FROM milestones
INNER JOIN companies
  ON milestones.company_id = companies.company_id
INNER JOIN sources
  ON milestones.source_id = sources.source_id
LEFT JOIN places AS origin
  ON milestones.from_city = origin.place;

-- model/move
WITH relocations AS (
  SELECT
    milestones.milestone_id,
    milestones.company_id,
    COALESCE(
      milestones.from_city,
      LAST_VALUE(IF(milestones.scope = 'whole', milestones.to_city, NULL)) IGNORE NULLS OVER (
        PARTITION BY milestones.company_id
        ORDER BY milestones.year NULLS LAST, milestones.month NULLS LAST, milestones.milestone_id NULLS LAST
        rows BETWEEN UNBOUNDED preceding AND 1 preceding
      )
    ) AS from_city,
    milestones.to_city,
    milestones.scope,
    milestones.year,
    milestones.month,
    milestones.jobs,
    milestones.area_sqm,
    milestones.source_id
  FROM milestones
  WHERE
    milestones.kind = 'relocation' AND NOT milestones.to_city IS NULL
), whole AS (
  SELECT
    relocations.milestone_id,
    ROW_NUMBER() OVER sequence AS position,
    LEAD(relocations.year) OVER sequence AS next_year
  FROM relocations
  WHERE
    relocations.from_city <> relocations.to_city AND relocations.scope = 'whole'
  WINDOW sequence AS (
    PARTITION BY relocations.company_id
    ORDER BY relocations.year NULLS LAST, relocations.month NULLS LAST, relocations.milestone_id NULLS LAST
  )
)
SELECT
  relocations.*,
  whole.position,
  whole.next_year
FROM relocations
LEFT JOIN whole
  ON relocations.milestone_id = whole.milestone_id
WHERE
  relocations.from_city <> relocations.to_city;

-- model/name_word
WITH spoken AS (
  SELECT DISTINCT
    folded.company_id,
    EXPLODE(SPLIT(folded.plain, '[^a-z0-9]+')) AS word
  FROM folded
  WHERE
    folded.place = 'name'
)
SELECT
  spoken.word,
  NULLIF(
    TRANSFORM(
      SORT_ARRAY(
        COLLECT_LIST(
          STRUCT(
            spoken.company_id IS NULL AS n0,
            spoken.company_id AS k0,
            spoken.company_id AS company_id
          )
        )
      ),
      s -> s.company_id
    ),
    ARRAY()
  ) AS company_ids
FROM spoken
WHERE
  spoken.word <> ''
GROUP BY
  spoken.word;

-- model/outlook_companies
WITH dated AS (
  SELECT
    published.*,
    role_series.position,
    MAX(published.year) OVER (PARTITION BY published.market, published.indicator_id, published.region) AS newest,
    MAX(published.year) OVER () AS latest
  FROM role_series
  INNER JOIN published
    ON role_series.indicator_id = published.indicator_id
    AND role_series.market = published.market
    AND role_series.region = published.region
  WHERE
    role_series.role = 'outlook-companies'
    AND published.market <> 'all'
    AND published.qualifier IN ('exact', 'approx')
), grown AS (
  SELECT
    dated.market,
    dated.indicator_id,
    dated.region,
    dated.newest AS year,
    MIN(dated.year) AS since_year,
    COUNT(*) AS facts,
    MIN_BY(dated.qualifier, dated.year) = 'exact'
    AND MAX_BY(dated.qualifier, dated.year) = 'exact' AS exact,
    POWER(
      MAX_BY(dated.value, dated.year) / NULLIF(MIN_BY(dated.value, dated.year), 0),
      1.0e0 / NULLIF(dated.newest - MIN(dated.year), 0)
    ) - 1 AS raw,
    ARRAY_SORT(NULLIF(COLLECT_SET(dated.source_id), ARRAY())) AS source_ids,
    dated.position
  FROM dated
  WHERE
    dated.year >= dated.newest - 10 AND (
      dated.newest >= dated.latest - 4
    )
  GROUP BY
    dated.market,
    dated.indicator_id,
    dated.region,
    dated.newest,
    dated.position
  HAVING
    COUNT(*) >= 2
), placed AS (
  SELECT
    grown.*,
    ROW_NUMBER() OVER (PARTITION BY grown.market ORDER BY grown.position NULLS LAST) AS turn
  FROM grown
  WHERE
    NOT grown.raw IS NULL
)
SELECT
  placed.market,
  placed.indicator_id,
  placed.region,
  placed.year,
  placed.since_year,
  placed.facts,
  placed.exact,
  placed.raw,
  placed.source_ids
FROM placed
WHERE
  placed.turn = 1;

-- model/outlook_component
WITH pairs AS (
  SELECT DISTINCT
    outlook_sector.market,
    outlook_sector.sector_id
  FROM outlook_sector
  WHERE
    outlook_sector.sector_id <> 'other'
), every AS (
  SELECT
    'projects' AS component,
    market,
    CAST(NULL AS STRING) AS sector_id,
    indicator_id,
    region,
    year,
    since_year,
    facts,
    exact,
    raw,
    source_ids,
    CAST(NULL AS STRING) AS here_region
  FROM outlook_projects
  UNION ALL
  SELECT
    'companies',
    market,
    NULL,
    indicator_id,
    region,
    year,
    since_year,
    facts,
    exact,
    raw,
    source_ids,
    NULL
  FROM outlook_companies
  UNION ALL
  SELECT
    'gap',
    market,
    NULL,
    indicator_id,
    region,
    year,
    since_year,
    facts,
    exact,
    raw,
    source_ids,
    here_region
  FROM outlook_gap
  UNION ALL
  SELECT
    component,
    market,
    sector_id,
    NULL,
    NULL,
    year,
    since_year,
    facts,
    exact,
    raw,
    source_ids,
    NULL
  FROM outlook_sector
  WHERE
    sector_id <> 'other'
), levelled AS (
  SELECT
    every.*,
    (
      RANK() OVER (PARTITION BY every.component ORDER BY every.raw NULLS LAST) - 1 + (
        COUNT(*) OVER (PARTITION BY every.component, every.raw) - 1
      ) / 2.0e0
    ) / NULLIF(COUNT(*) OVER (PARTITION BY every.component) - 1, 0) AS level
  FROM every
)
SELECT
  pairs.market,
  pairs.sector_id,
  levelled.component,
  levelled.indicator_id,
  levelled.region,
  levelled.year,
  levelled.since_year,
  levelled.facts,
  levelled.exact,
  levelled.raw,
  levelled.source_ids,
  levelled.here_region,
  levelled.level
FROM pairs
INNER JOIN levelled
  ON pairs.market = levelled.market
  AND (
    levelled.sector_id IS NULL OR pairs.sector_id = levelled.sector_id
  )
WHERE
  NOT levelled.level IS NULL;

-- model/outlook_gap
WITH shares AS (
  SELECT
    *
  FROM (
    SELECT
      role_series.role,
      comparable.*,
      (
        SELECT
          NULLIF(
            TRANSFORM(
              SORT_ARRAY(
                COLLECT_LIST(
                  STRUCT(counted_with.also IS NULL AS n0, counted_with.also AS k0, counted_with.also AS also)
                )
              ),
              s -> s.also
            ),
            ARRAY()
          )
        FROM counted_with
        WHERE
          counted_with.indicator_id = comparable.indicator_id
          AND counted_with.market = comparable.market
      ) AS counted_with,
      (
        comparable.year = MAX(comparable.year) OVER (PARTITION BY role_series.role, comparable.market)
      ) AS _kept
    FROM role_series
    INNER JOIN comparable
      ON role_series.indicator_id = comparable.indicator_id
      AND role_series.market = comparable.market
      AND role_series.region = comparable.region
    WHERE
      NOT comparable.share_of_all IS NULL
      AND role_series.role IN ('outlook-country', 'outlook-here')
  ) AS chosen_rows
  WHERE
    _kept
)
SELECT
  country.market,
  country.indicator_id,
  country.region,
  here.region AS here_region,
  GREATEST(country.year, here.year) AS year,
  LEAST(country.year, here.year) AS since_year,
  2 AS facts,
  country.qualifier = 'exact'
  AND here.qualifier = 'exact'
  AND country.total_qualifier = 'exact'
  AND here.total_qualifier = 'exact' AS exact,
  country.share_of_all - here.share_of_all AS raw,
  ARRAY_SORT(
    ARRAY_DISTINCT(
      FLATTEN(
        ARRAY(country.source_ids, country.total_source_ids, here.source_ids, here.total_source_ids)
      )
    )
  ) AS source_ids
FROM shares AS country
INNER JOIN shares AS here
  ON country.market = here.market
  AND country.counted_with IS NOT DISTINCT FROM here.counted_with
WHERE
  country.role = 'outlook-country' AND here.role = 'outlook-here';

-- model/outlook_levels
SELECT
  component.market,
  component.sector_id,
  MAX(component.level) FILTER(WHERE
    component.component = 'projects') AS projects_level,
  MAX(component.level) FILTER(WHERE
    component.component = 'companies') AS companies_level,
  MAX(component.level) FILTER(WHERE
    component.component = 'arrivals') AS arrivals_level,
  MAX(component.level) FILTER(WHERE
    component.component = 'signals') AS signals_level,
  MAX(component.level) FILTER(WHERE
    component.component = 'gap') AS gap_level
FROM outlook_component AS component
GROUP BY
  component.market,
  component.sector_id;

-- model/outlook_projects
WITH dated AS (
  SELECT
    published.*,
    role_series.last_year,
    role_series.position,
    MAX(published.year) OVER () AS latest
  FROM role_series
  INNER JOIN published
    ON role_series.indicator_id = published.indicator_id
    AND role_series.market = published.market
    AND role_series.region = published.region
  WHERE
    role_series.role = 'outlook-projects'
)
SELECT
  market,
  indicator_id,
  region,
  year,
  since_year,
  facts,
  exact,
  raw,
  source_ids
FROM (
  SELECT
    dated.market,
    dated.indicator_id,
    dated.region,
    dated.last_year AS year,
    MIN(dated.year) AS since_year,
    COUNT(*) AS facts,
    BOOL_AND(dated.qualifier = 'exact') AS exact,
    MAX(dated.value) FILTER(WHERE
      dated.year = dated.last_year) / AVG(dated.value) FILTER(WHERE
      dated.year < dated.last_year) - 1 AS raw,
    ARRAY_SORT(NULLIF(COLLECT_SET(dated.source_id), ARRAY())) AS source_ids,
    (
      ROW_NUMBER() OVER (
        PARTITION BY dated.market
        ORDER BY dated.last_year DESC, dated.position NULLS LAST
      ) = 1
    ) AS _kept
  FROM dated
  WHERE
    dated.year >= dated.last_year - 5
    AND dated.last_year >= dated.latest - 2
    AND dated.market <> 'all'
  GROUP BY
    dated.market,
    dated.indicator_id,
    dated.region,
    dated.last_year,
    dated.position
  HAVING
    COUNT(*) >= 3
    AND AVG(dated.value) FILTER(WHERE
      dated.year < dated.last_year) > 0
) AS chosen_rows
WHERE
  _kept;

-- model/outlook_sector
WITH newest AS (
  SELECT
    MAX(milestone.year) AS year
  FROM milestone
), listed AS (
  SELECT
    present.market,
    present.sector_id,
    ARRAY_SORT(NULLIF(COLLECT_SET(present.source_id), ARRAY())) AS source_ids
  FROM present
  WHERE
    NOT present.arrived IS NULL
  GROUP BY
    present.market,
    present.sector_id
), recent AS (
  SELECT
    growth.market,
    growth.sector_id,
    COUNT(*) AS facts,
    ARRAY_SORT(NULLIF(COLLECT_SET(growth.source_id), ARRAY())) AS source_ids
  FROM growth
  CROSS JOIN newest
  WHERE
    growth.year > newest.year - 5
  GROUP BY
    growth.market,
    growth.sector_id
), counted AS (
  SELECT
    COALESCE(listed.market, recent.market) AS market,
    COALESCE(listed.sector_id, recent.sector_id) AS sector_id,
    COALESCE(recent.facts, 0) AS facts,
    COALESCE(recent.source_ids, listed.source_ids) AS source_ids
  FROM listed
  FULL JOIN recent
    ON listed.market = recent.market AND listed.sector_id = recent.sector_id
), told AS (
  SELECT
    signals.market,
    signals.sector_id,
    COUNT(*) AS facts,
    COUNT(*) FILTER(WHERE
      signals.direction = 'rising') AS rising,
    COUNT(*) FILTER(WHERE
      signals.direction = 'falling') AS falling,
    ARRAY_SORT(NULLIF(COLLECT_SET(signals.source_id), ARRAY())) AS source_ids
  FROM signals
  CROSS JOIN newest
  WHERE
    signals.year > newest.year - 5 AND signals.market <> 'all'
  GROUP BY
    signals.market,
    signals.sector_id
)
SELECT
  counted.market,
  counted.sector_id,
  'arrivals' AS component,
  newest.year,
  newest.year - 4 AS since_year,
  counted.facts,
  TRUE AS exact,
  CAST(counted.facts AS DOUBLE) AS raw,
  counted.source_ids
FROM counted
CROSS JOIN newest
UNION ALL
SELECT
  told.market,
  told.sector_id,
  'signals',
  newest.year,
  newest.year - 4,
  told.facts,
  TRUE,
  (
    told.rising - told.falling
  ) / (
    told.facts + 2.0e0
  ),
  told.source_ids
FROM told
CROSS JOIN newest;

-- model/present
SELECT
  company.*
FROM company
WHERE
  NOT company.status IN ('left', 'unheard');

-- model/published
WITH spans AS (
  SELECT
    indicator_id,
    market,
    region,
    year,
    MIN(value) AS low,
    MAX(value) AS high,
    ARRAY_SORT(NULLIF(COLLECT_SET(source_id), ARRAY())) AS source_ids
  FROM indicators
  GROUP BY
    indicator_id,
    market,
    region,
    year
)
SELECT
  indicators.indicator_id,
  indicator_types.group_id,
  indicator_types.unit,
  indicators.market,
  indicators.region,
  indicators.year,
  indicators.value,
  indicators.qualifier,
  spans.low,
  spans.high,
  spans.low < spans.high AS is_disputed,
  indicators.note_en,
  indicators.note_de,
  indicators.source_id,
  spans.source_ids,
  sources.title AS source_title,
  sources.publisher,
  sources.url
FROM indicators
INNER JOIN indicator_types
  ON indicators.indicator_id = indicator_types.indicator_id
INNER JOIN sources
  ON indicators.source_id = sources.source_id
INNER JOIN spans
  ON indicators.indicator_id = spans.indicator_id
  AND indicators.market = spans.market
  AND indicators.region = spans.region
  AND indicators.year = spans.year
WHERE
  indicators.preferred;

-- model/region_within
WITH one AS (
  SELECT
    regions.region,
    regions.within AS whole
  FROM regions
  WHERE
    NOT regions.within IS NULL
), two AS (
  SELECT
    one.*
  FROM one
  UNION
  SELECT
    one.region,
    further.whole
  FROM one
  INNER JOIN one AS further
    ON one.whole = further.region
), four AS (
  SELECT
    two.*
  FROM two
  UNION
  SELECT
    two.region,
    further.whole
  FROM two
  INNER JOIN two AS further
    ON two.whole = further.region
), eight AS (
  SELECT
    four.*
  FROM four
  UNION
  SELECT
    four.region,
    further.whole
  FROM four
  INNER JOIN four AS further
    ON four.whole = further.region
), sixteen AS (
  SELECT
    eight.*
  FROM eight
  UNION
  SELECT
    eight.region,
    further.whole
  FROM eight
  INNER JOIN eight AS further
    ON eight.whole = further.region
)
SELECT
  sixteen.region,
  sixteen.whole
FROM sixteen;

-- model/role_series
SELECT
  indicator_roles.role,
  indicator_roles.position AS place,
  series.*
FROM indicator_roles
INNER JOIN series
  ON indicator_roles.indicator_id = series.indicator_id
  AND series.region = COALESCE(indicator_roles.region, series.region);

-- model/series
WITH counted AS (
  SELECT
    published.indicator_id,
    published.group_id,
    published.unit,
    indicator_types.subject,
    indicator_types.rank,
    published.market,
    markets.core,
    published.region,
    regions.rank AS distance,
    COUNT(*) AS points,
    MIN(published.year) AS first_year,
    MAX(published.year) AS last_year,
    COUNT(*) > 1 AND MIN(published.value) >= 0 AS drawable,
    COALESCE(indicator_types.subject, published.group_id) AS topic
  FROM published
  INNER JOIN indicator_types
    ON published.indicator_id = indicator_types.indicator_id
  INNER JOIN markets
    ON published.market = markets.market
  INNER JOIN regions
    ON published.region = regions.region
  GROUP BY
    published.indicator_id,
    published.group_id,
    published.unit,
    indicator_types.subject,
    indicator_types.rank,
    published.market,
    markets.core,
    published.region,
    regions.rank
), dated AS (
  SELECT
    counted.*,
    (
      counted.last_year >= COALESCE(
        MAX(CASE WHEN NOT counted.rank IS NULL THEN counted.last_year END) OVER own,
        MAX(counted.last_year) OVER own
      ) - 4
    ) AS alive
  FROM counted
  WINDOW own AS (PARTITION BY counted.market, counted.topic)
), side_by_side AS (
  SELECT
    topic,
    region
  FROM (
    SELECT
      dated.topic,
      dated.region,
      (
        ROW_NUMBER() OVER (PARTITION BY dated.topic ORDER BY dated.distance NULLS LAST) = 1
      ) AS _kept
    FROM dated
    WHERE
      dated.core AND dated.alive AND NOT dated.rank IS NULL
    GROUP BY
      dated.topic,
      dated.region,
      dated.distance
    HAVING
      2 * COUNT(DISTINCT dated.market) > (
        SELECT
          COUNT(*)
        FROM markets
        WHERE
          markets.core
      )
  ) AS chosen_rows
  WHERE
    _kept
)
SELECT
  dated.indicator_id,
  dated.group_id,
  dated.unit,
  dated.subject,
  dated.rank,
  dated.market,
  dated.region,
  dated.distance,
  dated.points,
  dated.first_year,
  dated.last_year,
  dated.drawable,
  dated.alive,
  ROW_NUMBER() OVER (
    PARTITION BY dated.market, dated.topic
    ORDER BY dated.alive DESC, dated.rank IS NULL NULLS LAST, dated.core AND NOT side_by_side.region IS NULL DESC, dated.distance NULLS LAST, dated.rank NULLS LAST, dated.points DESC, dated.indicator_id NULLS LAST
  ) AS position
FROM dated
LEFT JOIN side_by_side
  ON dated.topic = side_by_side.topic AND dated.region = side_by_side.region;

-- model/source_market
SELECT
  markets.*
FROM markets
WHERE
  markets.market <> 'all'
  AND NOT markets.market IN (
    SELECT
      city.country
    FROM city
  );

-- model/stay
WITH moves AS (
  SELECT
    move.*
  FROM move
  WHERE
    move.scope = 'whole'
), closures AS (
  SELECT
    milestones.company_id,
    MAX(milestones.year) AS year
  FROM milestones
  WHERE
    milestones.kind = 'closure'
  GROUP BY
    milestones.company_id
), departures AS (
  SELECT
    moves.company_id,
    moves.year
  FROM moves
  INNER JOIN companies
    ON moves.company_id = companies.company_id AND moves.from_city = companies.city
  WHERE
    moves.next_year IS NULL
), here AS (
  SELECT
    company.*,
    CASE
      WHEN company.status = 'left'
      THEN COALESCE(closures.year, departures.year)
      WHEN company.status = 'unheard'
      THEN company.heard + 1
    END AS gone
  FROM company
  LEFT JOIN closures
    ON company.company_id = closures.company_id
  LEFT JOIN departures
    ON company.company_id = departures.company_id
  WHERE
    NOT company.status IN ('left', 'announced')
    OR (
      company.status = 'left' AND NOT COALESCE(closures.year, departures.year) IS NULL
    )
), stays AS (
  SELECT
    here.company_id,
    here.city AS town,
    here.arrived AS since,
    here.gone AS until
  FROM here
  WHERE
    NOT here.city IS NULL
    AND NOT here.company_id IN (
      SELECT
        moves.company_id
      FROM moves
    )
  UNION ALL
  SELECT
    moves.company_id,
    moves.from_city,
    IF(here.arrived < moves.year, here.arrived, NULL),
    moves.year
  FROM moves
  INNER JOIN here
    ON moves.company_id = here.company_id
  WHERE
    moves.position = 1
  UNION ALL
  SELECT
    moves.company_id,
    moves.to_city,
    moves.year,
    COALESCE(moves.next_year, here.gone)
  FROM moves
  INNER JOIN here
    ON moves.company_id = here.company_id
  WHERE
    here.gone IS NULL OR here.gone > moves.year
)
SELECT
  stays.company_id,
  stays.town,
  stays.since,
  stays.until,
  company.name,
  company.market,
  company.sector_id,
  company.role,
  company.source_id,
  places.area,
  IF(stays.town = company.city, company.lat, places.lat) AS lat,
  IF(stays.town = company.city, company.lon, places.lon) AS lon
FROM stays
INNER JOIN company
  ON stays.company_id = company.company_id
INNER JOIN places
  ON stays.town = places.place
INNER JOIN city
  ON places.country = city.country;

-- model/step
SELECT
  milestone_id,
  company_id,
  name,
  market,
  sector_id,
  theme_id,
  city,
  year,
  month,
  due_year,
  kind,
  is_arrival,
  is_growth,
  is_announced,
  from_city,
  to_city,
  scope,
  from_region,
  jobs,
  area_sqm,
  invest_eur,
  description_en,
  description_de,
  doubted,
  source_id,
  published,
  publisher,
  url
FROM (
  SELECT
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.market,
    milestone.sector_id,
    milestone.theme_id,
    milestone.city,
    milestone.year,
    milestone.month,
    milestone.due_year,
    milestone.kind,
    milestone.is_arrival,
    milestone.is_growth,
    milestone.is_announced,
    milestone.from_city,
    milestone.to_city,
    milestone.scope,
    milestone.from_region,
    milestone.jobs,
    milestone.area_sqm,
    milestone.invest_eur,
    milestone.description_en,
    milestone.description_de,
    milestone.doubted,
    milestone.source_id,
    milestone.published,
    milestone.publisher,
    milestone.url,
    (
      ROW_NUMBER() OVER (
        PARTITION BY milestone.company_id
        ORDER BY milestone.year DESC, milestone.month DESC, milestone.milestone_id NULLS LAST
      ) = 1
    ) AS _kept
  FROM milestone
  WHERE
    milestone.is_arrival
    OR milestone.is_growth
    OR (
      milestone.kind = 'relocation'
      AND milestone.from_city IS DISTINCT FROM milestone.to_city
    )
) AS chosen_rows
WHERE
  _kept;

-- model/subject_figure
WITH told AS (
  SELECT
    published.*,
    indicator_types.subject,
    indicator_types.rank,
    markets.population,
    inhabitants.value AS inhabitants,
    inhabitants.source_id AS inhabitants_source_id
  FROM published
  INNER JOIN indicator_types
    ON published.indicator_id = indicator_types.indicator_id
  INNER JOIN markets
    ON published.market = markets.market
  LEFT JOIN inhabitants
    ON published.region = inhabitants.region AND published.year = inhabitants.year
  WHERE
    NOT indicator_types.subject IS NULL
)
SELECT
  told.indicator_id,
  told.group_id,
  told.unit,
  told.market,
  told.region,
  told.year,
  told.value,
  told.qualifier,
  told.low,
  told.high,
  told.is_disputed,
  told.note_en,
  told.note_de,
  told.source_id,
  told.source_title,
  told.publisher,
  told.url,
  told.subject,
  told.rank,
  'absolute' AS measure,
  told.inhabitants,
  told.source_ids,
  told.value AS shown
FROM told
UNION ALL
SELECT
  told.indicator_id,
  told.group_id,
  told.unit,
  told.market,
  told.region,
  told.year,
  told.value,
  told.qualifier,
  told.low,
  told.high,
  told.is_disputed,
  told.note_en,
  told.note_de,
  told.source_id,
  told.source_title,
  told.publisher,
  told.url,
  told.subject,
  told.rank,
  'per-1000',
  told.inhabitants,
  ARRAY_APPEND(COALESCE(told.source_ids, ARRAY()), told.inhabitants_source_id),
  1000.0 * told.value / told.inhabitants
FROM told
WHERE
  told.unit = 'count' AND told.inhabitants > 0
UNION ALL
SELECT
  told.indicator_id,
  told.group_id,
  told.unit,
  told.market,
  told.region,
  told.year,
  told.value,
  told.qualifier,
  told.low,
  told.high,
  told.is_disputed,
  told.note_en,
  told.note_de,
  told.source_id,
  told.source_title,
  told.publisher,
  told.url,
  told.subject,
  told.rank,
  'per-million',
  told.inhabitants,
  told.source_ids,
  1000000.0 * told.value / told.population
FROM told
WHERE
  told.unit = 'count' AND told.population > 0;

-- model/table_size
SELECT
  'companies' AS name,
  COUNT(*) AS found
FROM companies
UNION ALL
SELECT
  'milestones',
  COUNT(*)
FROM milestones
UNION ALL
SELECT
  'indicators',
  COUNT(*)
FROM indicators
UNION ALL
SELECT
  'indicator_types',
  COUNT(*)
FROM indicator_types
UNION ALL
SELECT
  'events',
  COUNT(*)
FROM events
UNION ALL
SELECT
  'institutions',
  COUNT(*)
FROM institutions
UNION ALL
SELECT
  'signals',
  COUNT(*)
FROM signals
UNION ALL
SELECT
  'projects',
  COUNT(*)
FROM projects
UNION ALL
SELECT
  'project_partners',
  COUNT(*)
FROM project_partners
UNION ALL
SELECT
  'themes',
  COUNT(*)
FROM themes
UNION ALL
SELECT
  'desks',
  COUNT(*)
FROM desks
UNION ALL
SELECT
  'contacts',
  COUNT(*)
FROM contacts
UNION ALL
SELECT
  'sources',
  COUNT(*)
FROM sources
UNION ALL
SELECT
  'markets',
  COUNT(*)
FROM markets
UNION ALL
SELECT
  'sectors',
  COUNT(*)
FROM sectors
UNION ALL
SELECT
  'sector_groups',
  COUNT(*)
FROM sector_groups
UNION ALL
SELECT
  'topics',
  COUNT(*)
FROM topics
UNION ALL
SELECT
  'regions',
  COUNT(*)
FROM regions
UNION ALL
SELECT
  'places',
  COUNT(*)
FROM places
UNION ALL
SELECT
  'postcodes',
  COUNT(*)
FROM postcodes
UNION ALL
SELECT
  'subjects',
  COUNT(*)
FROM subjects
UNION ALL
SELECT
  'indicator_groups',
  COUNT(*)
FROM indicator_groups
UNION ALL
SELECT
  'indicator_roles',
  COUNT(*)
FROM indicator_roles
UNION ALL
SELECT
  'counted_with',
  COUNT(*)
FROM counted_with
UNION ALL
SELECT
  'headlines',
  COUNT(*)
FROM headlines
UNION ALL
SELECT
  'periods',
  COUNT(*)
FROM periods
UNION ALL
SELECT
  'anniversaries',
  COUNT(*)
FROM anniversaries
UNION ALL
SELECT
  'rechecks',
  COUNT(*)
FROM rechecks
UNION ALL
SELECT
  'news',
  COUNT(*)
FROM news
UNION ALL
SELECT
  'talent_words',
  COUNT(*)
FROM talent_words
UNION ALL
SELECT
  'translations',
  COUNT(*)
FROM translations;

-- model/unheard
SELECT
  company_id,
  name,
  market,
  theme_id,
  city,
  status,
  heard,
  source_id
FROM (
  SELECT
    company.company_id,
    company.name,
    company.market,
    company.theme_id,
    company.city,
    company.status,
    company.heard,
    COALESCE(milestone.source_id, company.source_id) AS source_id,
    (
      ROW_NUMBER() OVER (
        PARTITION BY company.company_id
        ORDER BY milestone.year DESC, milestone.month DESC, milestone.milestone_id NULLS LAST
      ) = 1
    ) AS _kept
  FROM company
  LEFT JOIN milestone
    ON company.company_id = milestone.company_id
    AND company.heard = GREATEST(milestone.year, TRY_CAST(LEFT(milestone.published, 4) AS INT))
  WHERE
    company.status = 'unheard'
) AS chosen_rows
WHERE
  _kept;

-- notices/unreachable_desk
SELECT
  'desks.csv' AS file,
  desks.desk_id AS id,
  'email' AS column_name,
  CAST(NULL AS STRING) AS value,
  'a visitor cannot reach this desk' AS rule,
  'Fill in its e-mail, telephone or web page here, or those of someone who works there in contacts.csv.' AS mend
FROM desks
WHERE
  COALESCE(desks.email, desks.phone, desks.url) IS NULL
  AND NOT desks.desk_id IN (
    SELECT
      contacts.desk_id
    FROM contacts
    WHERE
      NOT contacts.desk_id IS NULL
      AND NOT COALESCE(contacts.email, contacts.phone, contacts.url) IS NULL
  )
ORDER BY
  desks.desk_id NULLS LAST;

-- outlook/leaders
WITH names(component, place) AS (
  SELECT
    *
  FROM VALUES
    ('projects', 1),
    ('companies', 2),
    ('arrivals', 3),
    ('signals', 4),
    ('gap', 5) AS _values
), chosen_weights AS (
  SELECT
    names.component,
    GET(
      (
        CAST((
          CAST(:weights AS ARRAY<DOUBLE>)
        ) AS ARRAY<DOUBLE>)
      ),
      (
        names.place
      ) - 1
    ) AS weight
  FROM names
), factors(name, factor) AS (
  SELECT
    *
  FROM VALUES
    ('less', 0.8e0),
    ('more', 1.2e0) AS _values
), scenarios AS (
  SELECT
    'as chosen' AS scenario,
    chosen_weights.component,
    chosen_weights.weight
  FROM chosen_weights
  UNION ALL
  SELECT
    moved.component || factors.name,
    chosen_weights.component,
    chosen_weights.weight * IF(chosen_weights.component = moved.component, factors.factor, 1)
  FROM chosen_weights
  CROSS JOIN chosen_weights AS moved
  CROSS JOIN factors
  WHERE
    moved.weight > 0
), scores AS (
  SELECT
    weights.scenario,
    component.market,
    component.sector_id,
    SUM(component.level * weights.weight) / SUM(weights.weight) AS score,
    SUM(weights.weight) / ANY_VALUE(weights.total) IGNORE NULLS AS confidence,
    CAST((
      SUM(component.facts) FILTER(WHERE
        weights.weight > 0)
    ) AS BIGINT) AS facts,
    ARRAY_SORT(
      ARRAY_DISTINCT(
        FLATTEN(
          NULLIF(
            COLLECT_LIST(component.source_ids) FILTER(WHERE
              weights.weight > 0 AND weights.scenario = 'as chosen'),
            ARRAY()
          )
        )
      )
    ) AS source_ids
  FROM outlook_component AS component
  INNER JOIN (
    SELECT
      scenarios.*,
      SUM(scenarios.weight) OVER (PARTITION BY scenarios.scenario) AS total
    FROM scenarios
  ) AS weights
    ON component.component = weights.component
  GROUP BY
    weights.scenario,
    component.market,
    component.sector_id
  HAVING
    SUM(weights.weight) > 0
), taking_part AS (
  SELECT
    scores.market,
    scores.sector_id
  FROM scores
  WHERE
    scores.scenario = 'as chosen'
    AND scores.confidence >= CAST((
      CAST(:least AS DOUBLE)
    ) AS DOUBLE)
), placed AS (
  SELECT
    scores.*,
    RANK() OVER (PARTITION BY scores.scenario ORDER BY ROUND(scores.score, 9) DESC) AS rank
  FROM scores
  INNER JOIN taking_part
    ON scores.market = taking_part.market AND scores.sector_id = taking_part.sector_id
), first_rows AS (
  SELECT
    ranks.market,
    ranks.rank,
    GET(
      NULLIF(
        TRANSFORM(
          SORT_ARRAY(
            COLLECT_LIST(
              STRUCT(
                (
                  -ranks.facts
                ) IS NULL AS n0,
                -ranks.facts AS k0,
                ranks.sector_id IS NULL AS n1,
                ranks.sector_id AS k1,
                ranks.sector_id AS sector_id
              )
            )
          ),
          s -> s.sector_id
        ),
        ARRAY()
      ),
      0
    ) AS sector_id,
    COUNT(*) AS sectors,
    ANY_VALUE(ranks.score) IGNORE NULLS AS score,
    ANY_VALUE(ranks.confidence) IGNORE NULLS AS confidence,
    MAX(ranks.facts) AS facts,
    MIN(ranks.highest_rank) AS highest_rank,
    MAX(ranks.lowest_rank) AS lowest_rank,
    ARRAY_SORT(ARRAY_DISTINCT(FLATTEN(NULLIF(COLLECT_LIST(ranks.source_ids), ARRAY())))) AS source_ids
  FROM (
    SELECT
      market,
      sector_id,
      score,
      confidence,
      facts,
      source_ids,
      rank,
      highest_rank,
      lowest_rank
    FROM (
      SELECT
        placed.market,
        placed.sector_id,
        placed.score,
        placed.confidence,
        placed.facts,
        placed.source_ids,
        placed.rank,
        MIN(placed.rank) OVER (PARTITION BY placed.market, placed.sector_id) AS highest_rank,
        MAX(placed.rank) OVER (PARTITION BY placed.market, placed.sector_id) AS lowest_rank,
        (
          placed.scenario = 'as chosen'
        ) AS _kept
      FROM placed
    ) AS chosen_rows
    WHERE
      _kept
  ) AS ranks
  WHERE
    (
      SIZE((
        CAST(:markets AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:markets AS ARRAY<STRING>)
      ), ranks.market)
    )
    AND (
      SIZE((
        CAST(:sectors AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:sectors AS ARRAY<STRING>)
      ), ranks.sector_id)
    )
  GROUP BY
    ranks.market,
    ranks.rank,
    ROUND(ranks.confidence, 9)
  ORDER BY
    ranks.rank NULLS LAST,
    confidence DESC,
    facts DESC,
    ranks.market NULLS LAST,
    sector_id NULLS LAST
  LIMIT CAST(:rows AS INT)
)
SELECT
  first_rows.market,
  first_rows.sector_id,
  first_rows.sectors,
  first_rows.score,
  first_rows.confidence,
  first_rows.rank,
  first_rows.highest_rank,
  first_rows.lowest_rank,
  levels.projects_level,
  levels.companies_level,
  levels.arrivals_level,
  levels.signals_level,
  levels.gap_level,
  first_rows.source_ids
FROM first_rows
INNER JOIN outlook_levels AS levels
  ON first_rows.market = levels.market AND first_rows.sector_id = levels.sector_id
ORDER BY
  first_rows.rank NULLS LAST,
  first_rows.confidence DESC,
  first_rows.facts DESC,
  first_rows.market NULLS LAST,
  first_rows.sector_id NULLS LAST;

-- outlook/levels
SELECT
  component.market,
  component.sector_id,
  component.component,
  component.level,
  component.raw,
  component.year,
  component.since_year,
  component.facts,
  component.exact,
  component.indicator_id,
  component.region,
  component.here_region,
  component.source_ids
FROM outlook_component AS component
WHERE
  component.market = CAST(:market AS STRING)
  AND component.sector_id = CAST(:sector AS STRING)
ORDER BY
  component.component NULLS LAST;

-- outlook/milestones
SELECT
  growth.company_id,
  growth.name,
  growth.kind,
  growth.year,
  growth.month,
  growth.source_id
FROM growth
WHERE
  growth.market = CAST(:market AS STRING)
  AND growth.sector_id = CAST(:sector AS STRING)
  AND growth.year >= CAST(:since AS INT)
ORDER BY
  growth.year DESC,
  growth.month DESC,
  growth.company_id NULLS LAST;

-- outlook/pairs
SELECT
  levels.market,
  levels.sector_id
FROM outlook_levels AS levels
ORDER BY
  levels.market NULLS LAST,
  levels.sector_id NULLS LAST;

-- outlook/score
WITH names(component, place) AS (
  SELECT
    *
  FROM VALUES
    ('projects', 1),
    ('companies', 2),
    ('arrivals', 3),
    ('signals', 4),
    ('gap', 5) AS _values
), chosen_weights AS (
  SELECT
    names.component,
    GET(
      (
        CAST((
          CAST(:weights AS ARRAY<DOUBLE>)
        ) AS ARRAY<DOUBLE>)
      ),
      (
        names.place
      ) - 1
    ) AS weight
  FROM names
), factors(name, factor) AS (
  SELECT
    *
  FROM VALUES
    ('less', 0.8e0),
    ('more', 1.2e0) AS _values
), scenarios AS (
  SELECT
    'as chosen' AS scenario,
    chosen_weights.component,
    chosen_weights.weight
  FROM chosen_weights
  UNION ALL
  SELECT
    moved.component || factors.name,
    chosen_weights.component,
    chosen_weights.weight * IF(chosen_weights.component = moved.component, factors.factor, 1)
  FROM chosen_weights
  CROSS JOIN chosen_weights AS moved
  CROSS JOIN factors
  WHERE
    moved.weight > 0
), scores AS (
  SELECT
    weights.scenario,
    component.market,
    component.sector_id,
    SUM(component.level * weights.weight) / SUM(weights.weight) AS score,
    SUM(weights.weight) / ANY_VALUE(weights.total) IGNORE NULLS AS confidence,
    CAST((
      SUM(component.facts) FILTER(WHERE
        weights.weight > 0)
    ) AS BIGINT) AS facts,
    ARRAY_SORT(
      ARRAY_DISTINCT(
        FLATTEN(
          NULLIF(
            COLLECT_LIST(component.source_ids) FILTER(WHERE
              weights.weight > 0 AND weights.scenario = 'as chosen'),
            ARRAY()
          )
        )
      )
    ) AS source_ids
  FROM outlook_component AS component
  INNER JOIN (
    SELECT
      scenarios.*,
      SUM(scenarios.weight) OVER (PARTITION BY scenarios.scenario) AS total
    FROM scenarios
  ) AS weights
    ON component.component = weights.component
  GROUP BY
    weights.scenario,
    component.market,
    component.sector_id
  HAVING
    SUM(weights.weight) > 0
), taking_part AS (
  SELECT
    scores.market,
    scores.sector_id
  FROM scores
  WHERE
    scores.scenario = 'as chosen'
    AND scores.confidence >= CAST((
      CAST(:least AS DOUBLE)
    ) AS DOUBLE)
), placed AS (
  SELECT
    scores.*,
    RANK() OVER (PARTITION BY scores.scenario ORDER BY ROUND(scores.score, 9) DESC) AS rank
  FROM scores
  INNER JOIN taking_part
    ON scores.market = taking_part.market AND scores.sector_id = taking_part.sector_id
)
SELECT
  ranks.market,
  ranks.sector_id,
  ranks.score,
  ranks.confidence,
  ranks.facts,
  ranks.rank,
  ranks.highest_rank,
  ranks.lowest_rank,
  COUNT(CASE WHEN ranks.rank <= 10 THEN 1 END) OVER () AS first_ten,
  COUNT(CASE WHEN ranks.rank <= 10 AND ranks.lowest_rank <= 10 THEN 1 END) OVER () AS stable,
  levels.projects_level,
  levels.companies_level,
  levels.arrivals_level,
  levels.signals_level,
  levels.gap_level,
  ranks.source_ids
FROM (
  SELECT
    market,
    sector_id,
    score,
    confidence,
    facts,
    source_ids,
    rank,
    highest_rank,
    lowest_rank
  FROM (
    SELECT
      placed.market,
      placed.sector_id,
      placed.score,
      placed.confidence,
      placed.facts,
      placed.source_ids,
      placed.rank,
      MIN(placed.rank) OVER (PARTITION BY placed.market, placed.sector_id) AS highest_rank,
      MAX(placed.rank) OVER (PARTITION BY placed.market, placed.sector_id) AS lowest_rank,
      (
        placed.scenario = 'as chosen'
      ) AS _kept
    FROM placed
  ) AS chosen_rows
  WHERE
    _kept
) AS ranks
INNER JOIN outlook_levels AS levels
  ON ranks.market = levels.market AND ranks.sector_id = levels.sector_id
ORDER BY
  ranks.rank NULLS LAST,
  ranks.confidence DESC,
  ranks.facts DESC,
  ranks.market NULLS LAST,
  ranks.sector_id NULLS LAST;

-- outlook/signals
SELECT
  signals.signal_id,
  signals.year,
  signals.direction,
  signals.signal_en,
  signals.signal_de,
  signals.source_id
FROM signals
WHERE
  signals.market = CAST(:market AS STRING)
  AND signals.sector_id = CAST(:sector AS STRING)
  AND signals.year >= CAST(:since AS INT)
ORDER BY
  signals.year DESC,
  signals.signal_id NULLS LAST;

-- overview/core_cards
WITH cells AS (
  SELECT
    present.market,
    NULLIF(present.sector_id, 'other') AS sector_id,
    COUNT(*) AS companies
  FROM present
  GROUP BY
    present.market,
    present.sector_id
), listed AS (
  SELECT
    cells.market,
    CAST(SUM(cells.companies) AS BIGINT) AS companies,
    NULLIF(
      TRANSFORM(
        SORT_ARRAY(
          COLLECT_LIST(
            STRUCT(
              (
                -cells.companies
              ) IS NULL AS n0,
              -cells.companies AS k0,
              cells.sector_id IS NULL AS n1,
              cells.sector_id AS k1,
              cells.sector_id AS sector_id
            )
          ) FILTER(WHERE
            NOT cells.sector_id IS NULL)
        ),
        s -> s.sector_id
      ),
      ARRAY()
    ) AS sectors
  FROM cells
  GROUP BY
    cells.market
)
SELECT
  markets.market,
  desks.desk_id,
  desks.since_year,
  COALESCE(listed.companies, 0) AS companies,
  GET(listed.sectors, 0) AS sector_1,
  GET(listed.sectors, 1) AS sector_2
FROM markets
LEFT JOIN listed
  ON markets.market = listed.market
LEFT JOIN desks
  ON markets.desk_id = desks.desk_id
WHERE
  markets.core
  AND (
    NOT listed.market IS NULL
    OR markets.market IN (
      SELECT
        best_series.market
      FROM best_series
      WHERE
        best_series.subject = 'companies'
    )
  )
ORDER BY
  companies DESC,
  markets.market NULLS LAST;

-- overview/core_series
SELECT
  published.market,
  published.indicator_id,
  published.region,
  published.year,
  published.value,
  published.qualifier,
  published.source_id
FROM best_series
INNER JOIN markets
  ON best_series.market = markets.market
INNER JOIN published
  ON best_series.indicator_id = published.indicator_id
  AND best_series.market = published.market
  AND best_series.region = published.region
WHERE
  best_series.subject = 'companies' AND markets.core
ORDER BY
  published.market NULLS LAST,
  published.year NULLS LAST;

-- overview/headlines
SELECT
  headlines.position,
  headlines.label_en,
  headlines.label_de,
  latest_value.indicator_id,
  latest_value.market,
  latest_value.region,
  latest_value.unit,
  latest_value.value,
  latest_value.qualifier,
  latest_value.year,
  latest_value.is_old,
  latest_value.previous_year,
  latest_value.previous_qualifier,
  latest_value.change,
  latest_value.source_id
FROM headlines
INNER JOIN latest_value
  ON headlines.indicator_id = latest_value.indicator_id
  AND headlines.market = latest_value.market
  AND headlines.region = latest_value.region
ORDER BY
  headlines.position NULLS LAST;

-- overview/latest
SELECT
  step.milestone_id,
  step.year,
  step.month,
  step.kind,
  step.company_id,
  step.name,
  step.market,
  step.is_announced,
  step.city,
  step.from_city,
  step.to_city,
  step.source_id
FROM step
ORDER BY
  step.year DESC,
  step.month DESC,
  step.milestone_id NULLS LAST
LIMIT CAST(:rows AS INT);

-- overview/measures
SELECT
  measure,
  indicator_id,
  region
FROM (
  SELECT
    REPLACE(indicator_roles.role, 'map-', '') AS measure,
    indicator_roles.indicator_id,
    indicator_roles.region,
    (
      ROW_NUMBER() OVER (PARTITION BY indicator_roles.role ORDER BY indicator_roles.position NULLS LAST) = 1
    ) AS _kept,
    (
      indicator_roles.rowid
    ) AS _key0
  FROM indicator_roles
  WHERE
    STARTSWITH(indicator_roles.role, 'map-')
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 NULLS LAST;

-- overview/studies
SELECT
  published.market,
  published.indicator_id,
  published.region,
  published.year,
  published.value,
  published.qualifier,
  published.source_id
FROM role_series
INNER JOIN published
  ON role_series.indicator_id = published.indicator_id
  AND role_series.market = published.market
  AND role_series.region = published.region
WHERE
  role_series.role = 'studies'
  AND role_series.points >= 2
  AND published.market <> 'all'
ORDER BY
  published.year NULLS LAST,
  published.value DESC,
  published.market NULLS LAST;

-- overview/themes
SELECT
  present.theme_id,
  present.market,
  COUNT(*) AS companies,
  ARRAY_SORT(NULLIF(COLLECT_SET(present.source_id), ARRAY())) AS source_ids
FROM present
WHERE
  NOT present.theme_id IS NULL
GROUP BY
  present.theme_id,
  present.market
ORDER BY
  present.theme_id NULLS LAST,
  companies DESC,
  present.market NULLS LAST;

-- overview/world
WITH listed AS (
  SELECT
    present.market,
    CAST(COUNT(*) AS DOUBLE) AS value,
    CAST(NULL AS INT) AS year,
    'exact' AS qualifier,
    ARRAY_SORT(NULLIF(COLLECT_SET(present.source_id), ARRAY())) AS source_ids
  FROM present
  WHERE
    CAST(:measure AS STRING) = 'list'
  GROUP BY
    present.market
), figures AS (
  SELECT
    market,
    value,
    year,
    qualifier,
    source_ids,
    newest
  FROM (
    SELECT
      latest_value.market,
      latest_value.value,
      latest_value.year,
      latest_value.qualifier,
      latest_value.source_ids,
      MAX(latest_value.year) OVER () AS newest,
      (
        ROW_NUMBER() OVER (PARTITION BY latest_value.market ORDER BY role_series.position NULLS LAST) = 1
      ) AS _kept
    FROM role_series
    INNER JOIN latest_value
      ON role_series.indicator_id = latest_value.indicator_id
      AND role_series.market = latest_value.market
      AND role_series.region = latest_value.region
    INNER JOIN source_market
      ON latest_value.market = source_market.market
    WHERE
      role_series.role = 'map-' || CAST(:measure AS STRING)
  ) AS chosen_rows
  WHERE
    _kept
), measured AS (
  SELECT
    listed.*
  FROM listed
  UNION ALL
  SELECT
    figures.market,
    figures.value,
    figures.year,
    figures.qualifier,
    figures.source_ids
  FROM figures
  WHERE
    (
      figures.year >= figures.newest - 4
    )
)
SELECT
  measured.market,
  places.lat,
  places.lon,
  measured.value,
  measured.year,
  measured.qualifier,
  measured.source_ids
FROM measured
INNER JOIN source_market
  ON measured.market = source_market.market
INNER JOIN places
  ON source_market.capital = places.place
ORDER BY
  measured.value DESC,
  measured.market NULLS LAST;

-- region/balance
WITH moves AS (
  SELECT
    move.*
  FROM move
  INNER JOIN company
    ON move.company_id = company.company_id
  WHERE
    (
      SIZE((
        CAST(:markets AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:markets AS ARRAY<STRING>)
      ), company.market)
    )
    AND (
      SIZE((
        CAST(:sectors AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:sectors AS ARRAY<STRING>)
      ), company.sector_id)
    )
    AND (
      SIZE((
        CAST(:roles AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:roles AS ARRAY<STRING>)
      ), company.role)
    )
    AND move.year <= COALESCE(CAST(:year AS INT), move.year)
), sides AS (
  SELECT
    moves.to_city AS town,
    1 AS arrival,
    0 AS departure,
    moves.source_id
  FROM moves
  UNION ALL
  SELECT
    moves.from_city,
    0,
    1,
    moves.source_id
  FROM moves
)
SELECT
  sides.town,
  places.lat,
  places.lon,
  CAST(SUM(sides.arrival) AS INT) AS arrivals,
  CAST(SUM(sides.departure) AS INT) AS departures,
  CAST(SUM(sides.arrival) - SUM(sides.departure) AS INT) AS net,
  ARRAY_SORT(NULLIF(COLLECT_SET(sides.source_id), ARRAY())) AS source_ids
FROM sides
INNER JOIN places
  ON sides.town = places.place
WHERE
  NOT places.area IS NULL
GROUP BY
  sides.town,
  places.lat,
  places.lon
ORDER BY
  net DESC,
  arrivals DESC,
  sides.town NULLS LAST;

-- region/coverage
WITH placed AS (
  SELECT DISTINCT
    stay.company_id
  FROM stay
), chosen AS (
  SELECT
    company.company_id,
    company.status,
    NOT placed.company_id IS NULL AS placed
  FROM company
  LEFT JOIN placed
    ON company.company_id = placed.company_id
  WHERE
    (
      SIZE((
        CAST(:markets AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:markets AS ARRAY<STRING>)
      ), company.market)
    )
    AND (
      SIZE((
        CAST(:sectors AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:sectors AS ARRAY<STRING>)
      ), company.sector_id)
    )
    AND (
      SIZE((
        CAST(:roles AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST(:roles AS ARRAY<STRING>)
      ), company.role)
    )
), listed AS (
  SELECT
    COUNT(*) AS listed,
    COUNT(*) FILTER(WHERE
      chosen.status = 'announced') AS announced,
    COUNT(*) FILTER(WHERE
      chosen.status <> 'announced' AND NOT chosen.placed) AS nowhere,
    COUNT(*) FILTER(WHERE
      chosen.placed) AS placed
  FROM chosen
)
SELECT
  ANY_VALUE(listed.listed) IGNORE NULLS AS listed,
  ANY_VALUE(listed.announced) IGNORE NULLS AS announced,
  ANY_VALUE(listed.nowhere) IGNORE NULLS AS nowhere,
  COUNT(found.town) FILTER(WHERE
    found.begun) AS shown,
  COUNT(found.town) FILTER(WHERE
    found.since IS NULL) AS undated,
  ANY_VALUE(listed.placed) IGNORE NULLS - COUNT(found.town) FILTER(WHERE
    found.begun OR found.since IS NULL) AS elsewhen
FROM listed
LEFT JOIN (
  SELECT
    stay.*,
    CAST((
      CAST(:year AS INT)
    ) AS INT) IS NULL
    OR COALESCE(stay.since <= CAST((
      CAST(:year AS INT)
    ) AS INT), FALSE) AS begun
  FROM stay
  WHERE
    (
      SIZE((
        CAST((
          CAST(:markets AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS(
        (
          CAST((
            CAST(:markets AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ),
        stay.market
      )
    )
    AND (
      SIZE((
        CAST((
          CAST(:sectors AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS(
        (
          CAST((
            CAST(:sectors AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ),
        stay.sector_id
      )
    )
    AND (
      SIZE((
        CAST((
          CAST(:roles AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST((
          CAST(:roles AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      ), stay.role)
    )
    AND (
      stay.until IS NULL
      OR stay.until > COALESCE(CAST((
        CAST(:year AS INT)
      ) AS INT), stay.until)
    )
) AS found
  ON TRUE;

-- region/moves
SELECT
  milestone.milestone_id,
  milestone.company_id,
  milestone.name,
  milestone.market,
  milestone.year,
  milestone.month,
  move.from_city,
  move.to_city,
  origin.lat AS from_lat,
  origin.lon AS from_lon,
  target.lat AS to_lat,
  target.lon AS to_lon,
  move.scope,
  milestone.jobs,
  milestone.area_sqm,
  milestone.description_en,
  milestone.description_de,
  milestone.source_id,
  ROW_NUMBER() OVER (
    PARTITION BY move.from_city, move.to_city
    ORDER BY milestone.year NULLS LAST, milestone.milestone_id NULLS LAST
  ) AS lane
FROM move
INNER JOIN milestone
  ON move.milestone_id = milestone.milestone_id
INNER JOIN company
  ON milestone.company_id = company.company_id
INNER JOIN places AS origin
  ON move.from_city = origin.place
INNER JOIN places AS target
  ON move.to_city = target.place
WHERE
  (
    NOT origin.area IS NULL OR NOT target.area IS NULL
  )
  AND (
    SIZE((
      CAST(:markets AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:markets AS ARRAY<STRING>)
    ), company.market)
  )
  AND (
    SIZE((
      CAST(:sectors AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:sectors AS ARRAY<STRING>)
    ), company.sector_id)
  )
  AND (
    SIZE((
      CAST(:roles AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:roles AS ARRAY<STRING>)
    ), company.role)
  )
  AND (
    SIZE((
      CAST(:origins AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:origins AS ARRAY<STRING>)
    ), move.from_city)
  )
  AND (
    SIZE((
      CAST(:targets AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:targets AS ARRAY<STRING>)
    ), move.to_city)
  )
  AND milestone.year <= COALESCE(CAST(:year AS INT), milestone.year)
ORDER BY
  milestone.year DESC,
  milestone.month DESC,
  milestone.milestone_id NULLS LAST;

-- region/sites
SELECT
  found.company_id,
  found.name,
  found.market,
  found.town,
  found.since,
  found.lat,
  found.lon,
  found.source_id,
  COUNT(*) OVER (PARTITION BY found.lat, found.lon) AS crowd
FROM (
  SELECT
    stay.*,
    CAST((
      CAST(:year AS INT)
    ) AS INT) IS NULL
    OR COALESCE(stay.since <= CAST((
      CAST(:year AS INT)
    ) AS INT), FALSE) AS begun
  FROM stay
  WHERE
    (
      SIZE((
        CAST((
          CAST(:markets AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS(
        (
          CAST((
            CAST(:markets AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ),
        stay.market
      )
    )
    AND (
      SIZE((
        CAST((
          CAST(:sectors AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS(
        (
          CAST((
            CAST(:sectors AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ),
        stay.sector_id
      )
    )
    AND (
      SIZE((
        CAST((
          CAST(:roles AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST((
          CAST(:roles AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      ), stay.role)
    )
    AND (
      stay.until IS NULL
      OR stay.until > COALESCE(CAST((
        CAST(:year AS INT)
      ) AS INT), stay.until)
    )
) AS found
WHERE
  found.begun AND NOT found.lat IS NULL
ORDER BY
  crowd DESC,
  found.lat NULLS LAST,
  found.lon NULLS LAST,
  found.company_id NULLS LAST;

-- region/towns
SELECT
  found.town,
  found.area,
  COALESCE(map_areas.lat, places.lat) AS lat,
  COALESCE(map_areas.lon, places.lon) AS lon,
  COUNT(*) AS companies,
  ARRAY_SORT(NULLIF(COLLECT_SET(found.source_id), ARRAY())) AS source_ids
FROM (
  SELECT
    stay.*,
    CAST((
      CAST(:year AS INT)
    ) AS INT) IS NULL
    OR COALESCE(stay.since <= CAST((
      CAST(:year AS INT)
    ) AS INT), FALSE) AS begun
  FROM stay
  WHERE
    (
      SIZE((
        CAST((
          CAST(:markets AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS(
        (
          CAST((
            CAST(:markets AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ),
        stay.market
      )
    )
    AND (
      SIZE((
        CAST((
          CAST(:sectors AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS(
        (
          CAST((
            CAST(:sectors AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ),
        stay.sector_id
      )
    )
    AND (
      SIZE((
        CAST((
          CAST(:roles AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST((
          CAST(:roles AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      ), stay.role)
    )
    AND (
      stay.until IS NULL
      OR stay.until > COALESCE(CAST((
        CAST(:year AS INT)
      ) AS INT), stay.until)
    )
) AS found
INNER JOIN places
  ON found.town = places.place
LEFT JOIN map_areas
  ON found.area = map_areas.code AND map_areas.kind = 'towns'
WHERE
  found.begun
GROUP BY
  found.town,
  found.area,
  places.lat,
  places.lon,
  map_areas.lat,
  map_areas.lon
ORDER BY
  companies DESC,
  found.town NULLS LAST;

-- region/years
WITH begun AS (
  SELECT
    stay.since,
    ROW_NUMBER() OVER (ORDER BY stay.since NULLS LAST) AS place,
    COUNT(*) OVER () AS dated
  FROM stay
  WHERE
    NOT stay.since IS NULL
)
SELECT
  COALESCE(
    CAST(MIN(begun.since) FILTER(WHERE
      20 * begun.place >= begun.dated) AS INT),
    YEAR(CAST(:today AS DATE))
  ) AS first_year,
  YEAR(CAST(:today AS DATE)) AS last_year
FROM begun;

-- relations/calendar
WITH chosen AS (
  SELECT
    found.*
  FROM (
    SELECT
      event.*,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS coming,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      AND event.begun_day <= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS running
    FROM event
    WHERE
      (
        event.for_all
        OR (
          SIZE((
            CAST((
              CAST(:markets AS ARRAY<STRING>)
            ) AS ARRAY<STRING>)
          )) = 0
          OR ARRAY_CONTAINS(
            (
              CAST((
                CAST(:markets AS ARRAY<STRING>)
              ) AS ARRAY<STRING>)
            ),
            event.market
          )
        )
      )
      AND (
        SIZE((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ), event.kind)
      )
      AND CAST((
        CAST(:theme AS STRING)
      ) AS STRING) IN ('', event.theme_id)
      AND event.year BETWEEN CAST((
        CAST(:first AS INT)
      ) AS INT) AND CAST((
        CAST(:last AS INT)
      ) AS INT)
  ) AS found
  WHERE
    found.coming
    AND 12 * YEAR(found.first_day) + MONTH(found.first_day) < 12 * YEAR(CAST(:today AS DATE)) + MONTH(CAST(:today AS DATE)) + CAST(:months AS INT)
), slots AS (
  SELECT
    CAST(months.number DIV 12 AS INT) AS slot_year,
    CAST(months.number % 12 + 1 AS INT) AS slot_month
  FROM (
    SELECT
      12 * YEAR(CAST(:today AS DATE)) + MONTH(CAST(:today AS DATE)) - 1 + steps.step AS number
    FROM (
      SELECT
        EXPLODE(SEQUENCE(0, CAST(:months AS INT) - 1)) AS step
    ) AS steps
  ) AS months
  UNION
  SELECT
    chosen.year,
    NULL
  FROM chosen
  WHERE
    chosen.month IS NULL
)
SELECT
  slots.slot_year AS year,
  slots.slot_month AS month,
  chosen.event_id
FROM slots
LEFT JOIN chosen
  ON slots.slot_year = chosen.year
  AND slots.slot_month IS NOT DISTINCT FROM chosen.month
ORDER BY
  year NULLS LAST,
  month NULLS LAST,
  chosen.day NULLS LAST,
  chosen.event_id NULLS LAST;

-- relations/desks
SELECT
  desk.desk_id,
  desk.name_en,
  desk.name_de,
  desk.since_year,
  desk.since_month,
  desk.focus_en,
  desk.focus_de,
  desk.markets,
  desk.source_id
FROM desk
WHERE
  SIZE(CAST(:markets AS ARRAY<STRING>)) = 0
  OR ARRAYS_OVERLAP(desk.markets, CAST(:markets AS ARRAY<STRING>))
ORDER BY
  desk.since_year NULLS LAST,
  desk.since_month,
  desk.name_en NULLS LAST;

-- relations/events
SELECT
  chosen.event_id,
  chosen.market,
  chosen.for_all,
  chosen.kind,
  chosen.theme_id,
  chosen.year,
  chosen.month,
  chosen.day,
  chosen.end_year,
  chosen.end_month,
  chosen.end_day,
  chosen.coming,
  chosen.running,
  chosen.title_en,
  chosen.title_de,
  chosen.place_en,
  chosen.place_de,
  chosen.participants,
  chosen.exhibitors,
  chosen.visitors,
  chosen.source_id
FROM (
  SELECT
    event.*,
    event.last_day >= CAST((
      CAST(:today AS DATE)
    ) AS DATE) AS coming,
    event.last_day >= CAST((
      CAST(:today AS DATE)
    ) AS DATE)
    AND event.begun_day <= CAST((
      CAST(:today AS DATE)
    ) AS DATE) AS running
  FROM event
  WHERE
    (
      event.for_all
      OR (
        SIZE((
          CAST((
            CAST(:markets AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS(
          (
            CAST((
              CAST(:markets AS ARRAY<STRING>)
            ) AS ARRAY<STRING>)
          ),
          event.market
        )
      )
    )
    AND (
      SIZE((
        CAST((
          CAST(:kinds AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      )) = 0
      OR ARRAY_CONTAINS((
        CAST((
          CAST(:kinds AS ARRAY<STRING>)
        ) AS ARRAY<STRING>)
      ), event.kind)
    )
    AND CAST((
      CAST(:theme AS STRING)
    ) AS STRING) IN ('', event.theme_id)
    AND event.year BETWEEN CAST((
      CAST(:first AS INT)
    ) AS INT) AND CAST((
      CAST(:last AS INT)
    ) AS INT)
) AS chosen
ORDER BY
  chosen.year DESC,
  chosen.month DESC,
  chosen.day DESC,
  chosen.event_id NULLS LAST;

-- relations/institutions
SELECT
  chosen.institution_id,
  chosen.name_en,
  chosen.name_de,
  chosen.market,
  chosen.kind,
  chosen.kind_group,
  chosen.since_year,
  chosen.city,
  COUNT(chosen.since_year) OVER (PARTITION BY chosen.market) AS market_dated,
  COUNT(CASE WHEN chosen.since_year IS NULL THEN 1 END) OVER (PARTITION BY chosen.market) AS market_undated,
  COUNT(chosen.since_year) OVER () AS dated,
  COUNT(CASE WHEN chosen.since_year IS NULL THEN 1 END) OVER () AS undated,
  chosen.source_id
FROM institution AS chosen
LEFT JOIN markets
  ON chosen.market = markets.market
WHERE
  (
    SIZE(CAST(:markets AS ARRAY<STRING>)) = 0
    OR chosen.market = 'all'
    OR ARRAYS_OVERLAP(chosen.markets, CAST(:markets AS ARRAY<STRING>))
  )
  AND (
    SIZE((
      CAST(:kinds AS ARRAY<STRING>)
    )) = 0
    OR ARRAY_CONTAINS((
      CAST(:kinds AS ARRAY<STRING>)
    ), chosen.kind)
  )
  AND (
    chosen.since_year IS NULL
    OR chosen.since_year BETWEEN CAST(:first AS INT) AND CAST(:last AS INT)
  )
ORDER BY
  chosen.market IS NULL NULLS LAST,
  chosen.market = 'all' NULLS LAST,
  markets.core DESC,
  market_dated DESC,
  market_undated DESC,
  markets.name_en NULLS LAST,
  chosen.since_year NULLS LAST,
  chosen.kind NULLS LAST,
  chosen.institution_id NULLS LAST;

-- relations/markets
WITH found AS (
  SELECT
    'anniversary' AS occasion,
    anniversary.fact_id,
    anniversary.company_id,
    anniversary.name_en,
    anniversary.name_de,
    anniversary.market,
    anniversary.markets,
    anniversary.theme_id,
    anniversary.status,
    anniversary.kind,
    anniversary.city,
    anniversary.year,
    CAST(NULL AS BIGINT) AS month,
    anniversary.since,
    anniversary.years,
    anniversary.of_site,
    CAST(NULL AS BIGINT) AS due_year,
    CAST(NULL AS STRING) AS text_en,
    CAST(NULL AS STRING) AS text_de,
    anniversary.source_id
  FROM anniversary
  WHERE
    anniversary.year BETWEEN YEAR(CAST((
      CAST(:today AS DATE)
    ) AS DATE)) AND YEAR(CAST((
      CAST(:today AS DATE)
    ) AS DATE)) + 1
  UNION ALL
  SELECT
    'expansion',
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.name,
    milestone.market,
    ARRAY(milestone.market),
    milestone.theme_id,
    present.status,
    milestone.kind,
    milestone.city,
    milestone.year,
    milestone.month,
    NULL,
    NULL,
    NULL,
    milestone.due_year,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id
  FROM milestone
  INNER JOIN present
    ON milestone.company_id = present.company_id
  WHERE
    milestone.is_growth
    AND (
      MAKE_DATE(milestone.year, COALESCE(milestone.month, 1), 1) > CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      OR milestone.due_year >= YEAR(CAST((
        CAST(:today AS DATE)
      ) AS DATE))
      OR (
        milestone.is_announced
        AND (
          milestone.year >= YEAR(CAST((
            CAST(:today AS DATE)
          ) AS DATE)) - 4
        )
        AND COALESCE(milestone.due_year >= YEAR(CAST((
          CAST(:today AS DATE)
        ) AS DATE)), TRUE)
      )
    )
  UNION ALL
  SELECT
    'unheard',
    unheard.company_id,
    unheard.company_id,
    unheard.name,
    unheard.name,
    unheard.market,
    ARRAY(unheard.market),
    unheard.theme_id,
    unheard.status,
    NULL,
    unheard.city,
    unheard.heard,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    unheard.source_id
  FROM unheard
), facts AS (
  SELECT
    market
  FROM institutions
  UNION
  SELECT
    market
  FROM event
  UNION
  SELECT
    market
  FROM project_partners
  UNION
  SELECT
    market
  FROM (
    SELECT
      found.*
    FROM found
    WHERE
      (
        SIZE(CAST(ARRAY() AS ARRAY<STRING>)) = 0
        OR ARRAYS_OVERLAP(found.markets, CAST(ARRAY() AS ARRAY<STRING>))
      )
      AND CAST('' AS STRING) IN ('', found.theme_id)
  ) AS occasions_of
)
SELECT
  markets.market,
  COUNT(event.event_id) AS events
FROM facts
INNER JOIN markets
  ON facts.market = markets.market
LEFT JOIN event
  ON facts.market = event.market
WHERE
  markets.market <> 'all'
GROUP BY
  markets.market,
  markets.core,
  markets.name_en
ORDER BY
  markets.core DESC,
  events DESC,
  markets.name_en NULLS LAST;

-- relations/nearest
SELECT
  when_code,
  event_id,
  year,
  month,
  day,
  title_en,
  title_de,
  source_id
FROM (
  SELECT
    IF(chosen.coming, 'next', 'last') AS when_code,
    chosen.event_id,
    chosen.year,
    chosen.month,
    chosen.day,
    chosen.title_en,
    chosen.title_de,
    chosen.source_id,
    (
      ROW_NUMBER() OVER (
        PARTITION BY chosen.coming
        ORDER BY CASE WHEN chosen.coming THEN chosen.last_day END NULLS LAST, chosen.for_all AND SIZE(CAST(:markets AS ARRAY<STRING>)) > 0 NULLS LAST, chosen.last_day DESC, chosen.day IS NULL NULLS LAST, chosen.event_id NULLS LAST
      ) = 1
    ) AS _kept,
    (
      (
        IF(chosen.coming, 'next', 'last')
      )
    ) AS _key0
  FROM (
    SELECT
      event.*,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS coming,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      AND event.begun_day <= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS running
    FROM event
    WHERE
      (
        event.for_all
        OR (
          SIZE((
            CAST((
              CAST(:markets AS ARRAY<STRING>)
            ) AS ARRAY<STRING>)
          )) = 0
          OR ARRAY_CONTAINS(
            (
              CAST((
                CAST(:markets AS ARRAY<STRING>)
              ) AS ARRAY<STRING>)
            ),
            event.market
          )
        )
      )
      AND (
        SIZE((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ), event.kind)
      )
      AND CAST((
        CAST(:theme AS STRING)
      ) AS STRING) IN ('', event.theme_id)
      AND event.year BETWEEN CAST((
        CAST(:first AS INT)
      ) AS INT) AND CAST((
        CAST(:last AS INT)
      ) AS INT)
  ) AS chosen
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 NULLS LAST;

-- relations/projects
WITH joined AS (
  SELECT
    project_id,
    COUNT(*) AS partners,
    COUNT(DISTINCT market) AS countries,
    ARRAY_SORT(NULLIF(COLLECT_SET(market), ARRAY())) AS markets
  FROM project_partners
  GROUP BY
    project_id
)
SELECT
  projects.project_id,
  projects.name_en,
  projects.name_de,
  projects.theme_id,
  projects.place,
  projects.description_en,
  projects.description_de,
  joined.partners,
  joined.countries,
  DENSE_RANK() OVER (ORDER BY projects.project_id NULLS LAST) + DENSE_RANK() OVER (ORDER BY projects.project_id DESC) - 1 AS projects,
  project_partners.partner,
  project_partners.market,
  project_partners.part_en,
  project_partners.part_de,
  projects.source_id,
  ARRAY_SORT(ARRAY_DISTINCT(ARRAY(projects.source_id, project_partners.source_id))) AS source_ids
FROM projects
INNER JOIN joined
  ON projects.project_id = joined.project_id
INNER JOIN project_partners
  ON projects.project_id = project_partners.project_id
WHERE
  joined.countries > 1
  AND (
    CAST(:theme AS STRING) = '' OR projects.theme_id = CAST(:theme AS STRING)
  )
  AND (
    SIZE(CAST(:markets AS ARRAY<STRING>)) = 0
    OR ARRAYS_OVERLAP(joined.markets, CAST(:markets AS ARRAY<STRING>))
  )
ORDER BY
  projects.project_id NULLS LAST,
  project_partners.partner NULLS LAST;

-- relations/rhythm
WITH counted AS (
  SELECT
    CASE WHEN CAST(:by AS STRING) = 'kind' THEN found.kind ELSE found.market END AS row_code,
    found.year,
    found.coming,
    found.kind,
    COUNT(*) AS events,
    ARRAY_SORT(NULLIF(COLLECT_SET(found.source_id), ARRAY())) AS source_ids
  FROM (
    SELECT
      event.*,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS coming,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      AND event.begun_day <= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS running
    FROM event
    WHERE
      (
        event.for_all
        OR (
          SIZE((
            CAST((
              CAST(:markets AS ARRAY<STRING>)
            ) AS ARRAY<STRING>)
          )) = 0
          OR ARRAY_CONTAINS(
            (
              CAST((
                CAST(:markets AS ARRAY<STRING>)
              ) AS ARRAY<STRING>)
            ),
            event.market
          )
        )
      )
      AND (
        SIZE((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ), event.kind)
      )
      AND CAST((
        CAST(:theme AS STRING)
      ) AS STRING) IN ('', event.theme_id)
      AND event.year BETWEEN CAST((
        CAST(:first AS INT)
      ) AS INT) AND CAST((
        CAST(:last AS INT)
      ) AS INT)
  ) AS found
  GROUP BY
    row_code,
    found.year,
    found.coming,
    found.kind
), totals AS (
  SELECT
    *,
    CAST(SUM(events) OVER (PARTITION BY row_code, year, coming) AS INT) AS cell_events,
    CAST(SUM(events) OVER (PARTITION BY row_code, year) AS INT) AS year_events,
    CAST(SUM(events) OVER (PARTITION BY row_code) AS INT) AS row_events
  FROM counted
)
SELECT
  totals.row_code,
  IF(CAST(:by AS STRING) = 'market', totals.row_code, NULL) AS row_market,
  totals.year,
  totals.coming,
  totals.kind,
  totals.events,
  totals.cell_events,
  totals.year_events,
  totals.row_events,
  MAX(totals.year_events) OVER (PARTITION BY totals.row_code) AS row_peak,
  totals.source_ids
FROM totals
LEFT JOIN markets
  ON totals.row_code = markets.market
ORDER BY
  totals.row_code = 'all' NULLS LAST,
  COALESCE(markets.core, FALSE) DESC,
  totals.row_events DESC,
  totals.row_code NULLS LAST,
  totals.year NULLS LAST,
  totals.coming NULLS LAST,
  totals.events DESC,
  totals.kind NULLS LAST;

-- relations/summary
WITH chosen AS (
  SELECT
    found.*,
    12 * (
      YEAR(found.first_day) - YEAR(CAST(:today AS DATE))
    ) + MONTH(found.first_day) - MONTH(CAST(:today AS DATE)) AS months_ahead,
    NOT found.coming
    AND (
      SIZE(CAST(:markets AS ARRAY<STRING>)) = 0 OR NOT found.for_all
    ) AS past
  FROM (
    SELECT
      event.*,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS coming,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      AND event.begun_day <= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS running
    FROM event
    WHERE
      (
        event.for_all
        OR (
          SIZE((
            CAST((
              CAST(:markets AS ARRAY<STRING>)
            ) AS ARRAY<STRING>)
          )) = 0
          OR ARRAY_CONTAINS(
            (
              CAST((
                CAST(:markets AS ARRAY<STRING>)
              ) AS ARRAY<STRING>)
            ),
            event.market
          )
        )
      )
      AND (
        SIZE((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS((
          CAST((
            CAST(:kinds AS ARRAY<STRING>)
          ) AS ARRAY<STRING>)
        ), event.kind)
      )
      AND CAST((
        CAST(:theme AS STRING)
      ) AS STRING) IN ('', event.theme_id)
      AND event.year BETWEEN CAST((
        CAST(:first AS INT)
      ) AS INT) AND CAST((
        CAST(:last AS INT)
      ) AS INT)
  ) AS found
)
SELECT
  COUNT(*) FILTER(WHERE
    coming AND months_ahead < CAST(:months AS INT)) AS coming_soon,
  COUNT(*) FILTER(WHERE
    past) AS past,
  COUNT(*) FILTER(WHERE
    NOT coming AND for_all) AS past_for_all,
  MIN(year) FILTER(WHERE
    past) AS first_year,
  MAX(year) FILTER(WHERE
    past) AS last_year
FROM chosen;

-- relations/years
WITH years AS (
  SELECT
    since_year AS year
  FROM institutions
  UNION ALL
  SELECT
    since_year
  FROM desks
  UNION ALL
  SELECT
    year
  FROM event
), reach AS (
  SELECT
    MIN(years.year) AS first_year,
    MAX(years.year) AS last_year
  FROM years
)
SELECT
  CAST(every.year AS INT) AS year
FROM (
  SELECT
    EXPLODE(SEQUENCE(reach.first_year, reach.last_year)) AS year
  FROM reach
) AS every
ORDER BY
  year NULLS LAST;

-- sectors/concentration
WITH counted AS (
  SELECT
    company.period,
    company.sector_id,
    COUNT(*) AS of_all,
    COUNT(*) FILTER(WHERE
      CAST(:market AS STRING) = 'all' OR company.market = CAST(:market AS STRING)) AS arrivals,
    NULLIF(
      COLLECT_LIST(company.source_id) FILTER(WHERE
        CAST(:market AS STRING) = 'all' OR company.market = CAST(:market AS STRING)),
      ARRAY()
    ) AS source_ids
  FROM company
  WHERE
    NOT company.period IS NULL
    AND (
      CAST(:theme AS STRING) IS NULL OR company.theme_id = CAST(:theme AS STRING)
    )
  GROUP BY
    company.period,
    company.sector_id
), totals AS (
  SELECT
    counted.period,
    CAST(SUM(counted.arrivals) AS BIGINT) AS arrivals,
    COUNT(*) FILTER(WHERE
      counted.arrivals > 0) AS sectors,
    SUM(counted.arrivals * (
      counted.arrivals - 1
    )) AS pairs,
    SUM(counted.of_all) AS of_all,
    SUM(counted.of_all * (
      counted.of_all - 1
    )) AS pairs_of_all,
    ARRAY_SORT(
      ARRAY_DISTINCT(
        FLATTEN(
          NULLIF(
            COLLECT_LIST(counted.source_ids) FILTER(WHERE
              NOT counted.source_ids IS NULL),
            ARRAY()
          )
        )
      )
    ) AS source_ids
  FROM counted
  GROUP BY
    counted.period
)
SELECT
  totals.period,
  totals.arrivals,
  totals.sectors,
  totals.pairs / (
    totals.arrivals * (
      totals.arrivals - 1
    )
  ) AS herfindahl,
  totals.pairs_of_all / (
    totals.of_all * (
      totals.of_all - 1
    )
  ) AS herfindahl_all,
  totals.source_ids
FROM totals
WHERE
  totals.arrivals >= 2
ORDER BY
  totals.period NULLS LAST;

-- sectors/matrix
WITH here AS (
  SELECT
    present.market,
    present.sector_id,
    present.source_id
  FROM present
  WHERE
    CAST(:theme AS STRING) IS NULL OR present.theme_id = CAST(:theme AS STRING)
), cells AS (
  SELECT
    here.market,
    here.sector_id,
    COUNT(*) AS companies,
    ARRAY_SORT(NULLIF(COLLECT_SET(here.source_id), ARRAY())) AS source_ids
  FROM here
  GROUP BY
    here.market,
    here.sector_id
), based AS (
  SELECT
    cells.*,
    SUM(cells.companies) OVER (PARTITION BY cells.market) AS market_companies,
    SUM(cells.companies) OVER (PARTITION BY cells.sector_id) AS sector_companies,
    SUM(cells.companies) OVER () AS all_companies
  FROM cells
)
SELECT
  based.market,
  based.sector_id,
  sectors.group_id,
  based.companies,
  CAST(based.market_companies AS BIGINT) AS market_companies,
  CAST(based.sector_companies AS BIGINT) AS sector_companies,
  CAST(based.all_companies AS BIGINT) AS all_companies,
  CAST(based.companies AS DOUBLE) / based.market_companies AS share,
  CAST(based.sector_companies AS DOUBLE) / based.all_companies AS share_all,
  (
    CAST(based.companies AS DOUBLE) / based.market_companies
  ) / (
    CAST(based.sector_companies AS DOUBLE) / based.all_companies
  ) AS specialisation,
  based.source_ids
FROM based
INNER JOIN sectors
  ON based.sector_id = sectors.sector_id
ORDER BY
  based.sector_companies DESC,
  based.sector_id NULLS LAST,
  based.market_companies DESC,
  based.market NULLS LAST;

-- sectors/shift
WITH listed AS (
  SELECT
    company.*
  FROM company
  WHERE
    (
      CAST(:market AS STRING) = 'all' OR company.market = CAST(:market AS STRING)
    )
    AND (
      CAST(:theme AS STRING) IS NULL OR company.theme_id = CAST(:theme AS STRING)
    )
), cells AS (
  SELECT
    listed.sector_group_id,
    listed.period,
    COUNT(*) AS arrivals,
    SUM(listed.arrived) AS years,
    ARRAY_SORT(NULLIF(COLLECT_SET(listed.source_id), ARRAY())) AS source_ids
  FROM listed
  WHERE
    NOT listed.period IS NULL
  GROUP BY
    listed.sector_group_id,
    listed.period
), shares AS (
  SELECT
    cells.*,
    CAST(SUM(cells.arrivals) OVER (PARTITION BY cells.period) AS BIGINT) AS period_total,
    CAST(cells.arrivals AS DOUBLE) / SUM(cells.arrivals) OVER (PARTITION BY cells.period) AS share,
    SUM(cells.years) OVER (PARTITION BY cells.sector_group_id) / SUM(cells.arrivals) OVER (PARTITION BY cells.sector_group_id) AS mean_year
  FROM cells
)
SELECT
  shares.sector_group_id AS sector_id,
  shares.period,
  shares.arrivals,
  shares.period_total,
  shares.share,
  (
    SELECT
      COUNT(listed.arrived)
    FROM listed
  ) AS dated,
  (
    SELECT
      COUNT(*)
    FROM listed
  ) AS listed,
  shares.source_ids
FROM shares
ORDER BY
  shares.mean_year NULLS LAST,
  sector_id NULLS LAST,
  shares.period NULLS LAST;

-- sectors/themes
SELECT
  themes.theme_id,
  themes.source_id,
  COUNT(present.company_id) AS companies
FROM themes
LEFT JOIN present
  ON themes.theme_id = present.theme_id
GROUP BY
  themes.theme_id,
  themes.source_id,
  themes.rowid
ORDER BY
  themes.rowid NULLS LAST;

-- shared/contacts
SELECT
  contacts.contact_id,
  contacts.name AS person,
  contacts.desk_id,
  contacts.role_en,
  contacts.role_de,
  FILTER(
    TRANSFORM(SPLIT(COALESCE(contacts.languages, ''), ';'), code -> TRIM(code)),
    code -> code <> ''
  ) AS languages,
  contacts.email,
  contacts.phone,
  contacts.url,
  contacts.source_id
FROM contacts
LEFT JOIN desk
  ON contacts.desk_id = desk.desk_id
WHERE
  SIZE(CAST(:markets AS ARRAY<STRING>)) = 0
  OR ARRAYS_OVERLAP(desk.markets, CAST(:markets AS ARRAY<STRING>))
ORDER BY
  contacts.rowid NULLS LAST;

-- shared/empty_tables
SELECT
  table_size.name
FROM table_size
WHERE
  table_size.found = 0
ORDER BY
  table_size.name NULLS LAST;

-- shared/internal
SELECT
  'source_id' AS key,
  source_id AS id
FROM sources
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'theme_id',
  theme_id
FROM themes
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'desk_id',
  desk_id
FROM desks
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'contact_id',
  contact_id
FROM contacts
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'company_id',
  company_id
FROM companies
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'milestone_id',
  milestone_id
FROM milestones
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'institution_id',
  institution_id
FROM institutions
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'event_id',
  event_id
FROM events
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'signal_id',
  signal_id
FROM signals
WHERE
  visibility = 'internal'
UNION ALL
SELECT
  'project_id',
  project_id
FROM projects
WHERE
  visibility = 'internal';

-- shared/map_codes
SELECT
  kind,
  code
FROM map_areas
ORDER BY
  kind NULLS LAST,
  code NULLS LAST;

-- shared/map_credits
SELECT
  credit
FROM map_credits
ORDER BY
  position NULLS LAST;

-- shared/map_frame
SELECT
  map_frame.west,
  map_frame.east,
  map_frame.south,
  map_frame.north,
  places.lat,
  places.lon
FROM map_frame
INNER JOIN places
  ON map_frame.place = places.place;

-- shared/map_shapes
SELECT
  json
FROM map_shapes
WHERE
  kind = CAST(:kind AS STRING);

-- shared/markets
WITH facts AS (
  SELECT
    market
  FROM companies
  UNION
  SELECT
    market
  FROM indicators
  UNION
  SELECT
    market
  FROM events
  UNION
  SELECT
    market
  FROM signals
  UNION
  SELECT
    market
  FROM institutions
)
SELECT
  source_market.market,
  COUNT(present.company_id) AS companies
FROM source_market
INNER JOIN facts
  ON source_market.market = facts.market
LEFT JOIN present
  ON source_market.market = present.market
GROUP BY
  source_market.market,
  source_market.core,
  source_market.name_en
ORDER BY
  source_market.core DESC,
  companies DESC,
  source_market.name_en NULLS LAST;

-- shared/occasions
WITH found AS (
  SELECT
    'anniversary' AS occasion,
    anniversary.fact_id,
    anniversary.company_id,
    anniversary.name_en,
    anniversary.name_de,
    anniversary.market,
    anniversary.markets,
    anniversary.theme_id,
    anniversary.status,
    anniversary.kind,
    anniversary.city,
    anniversary.year,
    CAST(NULL AS BIGINT) AS month,
    anniversary.since,
    anniversary.years,
    anniversary.of_site,
    CAST(NULL AS BIGINT) AS due_year,
    CAST(NULL AS STRING) AS text_en,
    CAST(NULL AS STRING) AS text_de,
    anniversary.source_id
  FROM anniversary
  WHERE
    anniversary.year BETWEEN YEAR(CAST((
      CAST(:today AS DATE)
    ) AS DATE)) AND YEAR(CAST((
      CAST(:today AS DATE)
    ) AS DATE)) + 1
  UNION ALL
  SELECT
    'expansion',
    milestone.milestone_id,
    milestone.company_id,
    milestone.name,
    milestone.name,
    milestone.market,
    ARRAY(milestone.market),
    milestone.theme_id,
    present.status,
    milestone.kind,
    milestone.city,
    milestone.year,
    milestone.month,
    NULL,
    NULL,
    NULL,
    milestone.due_year,
    milestone.description_en,
    milestone.description_de,
    milestone.source_id
  FROM milestone
  INNER JOIN present
    ON milestone.company_id = present.company_id
  WHERE
    milestone.is_growth
    AND (
      MAKE_DATE(milestone.year, COALESCE(milestone.month, 1), 1) > CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      OR milestone.due_year >= YEAR(CAST((
        CAST(:today AS DATE)
      ) AS DATE))
      OR (
        milestone.is_announced
        AND (
          milestone.year >= YEAR(CAST((
            CAST(:today AS DATE)
          ) AS DATE)) - 4
        )
        AND COALESCE(milestone.due_year >= YEAR(CAST((
          CAST(:today AS DATE)
        ) AS DATE)), TRUE)
      )
    )
  UNION ALL
  SELECT
    'unheard',
    unheard.company_id,
    unheard.company_id,
    unheard.name,
    unheard.name,
    unheard.market,
    ARRAY(unheard.market),
    unheard.theme_id,
    unheard.status,
    NULL,
    unheard.city,
    unheard.heard,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    unheard.source_id
  FROM unheard
)
SELECT
  found.occasion,
  found.fact_id,
  found.company_id,
  found.name_en,
  found.name_de,
  found.market,
  found.status,
  found.kind,
  found.city,
  found.year,
  found.month,
  found.since,
  found.years,
  found.of_site,
  found.due_year,
  found.text_en,
  found.text_de,
  found.source_id
FROM (
  SELECT
    found.*
  FROM found
  WHERE
    (
      SIZE(CAST((
        CAST(:markets AS ARRAY<STRING>)
      ) AS ARRAY<STRING>)) = 0
      OR ARRAYS_OVERLAP(found.markets, CAST((
        CAST(:markets AS ARRAY<STRING>)
      ) AS ARRAY<STRING>))
    )
    AND CAST((
      CAST(:theme AS STRING)
    ) AS STRING) IN ('', found.theme_id)
) AS found
ORDER BY
  found.occasion NULLS LAST,
  IF(found.occasion = 'anniversary', found.year, -found.year) NULLS LAST,
  found.years DESC,
  found.month DESC,
  found.name_en NULLS LAST,
  found.fact_id NULLS LAST,
  found.since NULLS LAST;

-- shared/periods
SELECT
  periods.period,
  periods.from_year,
  periods.until_year
FROM periods
ORDER BY
  periods.period NULLS LAST;

-- shared/source_list
SELECT
  sources.source_id,
  sources.title,
  sources.publisher,
  sources.url,
  sources.published,
  sources.tertiary
FROM sources
WHERE
  ARRAY_CONTAINS(CAST(:source_ids AS ARRAY<STRING>), sources.source_id)
ORDER BY
  sources.published DESC,
  sources.source_id NULLS LAST;

-- stand/colleagues
SELECT
  present.market,
  COUNT(*) AS companies,
  NULLIF(
    TRANSFORM(
      SORT_ARRAY(
        COLLECT_LIST(
          STRUCT(
            (
              present.employees IS NULL
            ) IS NULL AS n0,
            present.employees IS NULL AS k0,
            (
              -present.employees
            ) IS NULL AS n1,
            -present.employees AS k1,
            present.name IS NULL AS n2,
            present.name AS k2,
            present.company_id IS NULL AS n3,
            present.company_id AS k3,
            present.name AS name
          )
        )
      ),
      s -> s.name
    ),
    ARRAY()
  ) AS names,
  NULLIF(
    TRANSFORM(
      SORT_ARRAY(
        COLLECT_LIST(
          STRUCT(
            (
              present.employees IS NULL
            ) IS NULL AS n0,
            present.employees IS NULL AS k0,
            (
              -present.employees
            ) IS NULL AS n1,
            -present.employees AS k1,
            present.name IS NULL AS n2,
            present.name AS k2,
            present.company_id IS NULL AS n3,
            present.company_id AS k3,
            present.company_id AS company_id
          )
        )
      ),
      s -> s.company_id
    ),
    ARRAY()
  ) AS company_ids,
  ARRAY_SORT(NULLIF(COLLECT_SET(present.source_id), ARRAY())) AS source_ids
FROM (
  SELECT
    present.*
  FROM present
  LEFT JOIN companies AS own
    ON CAST((
      CAST(:kind AS STRING)
    ) AS STRING) = 'group'
    AND own.company_id = CAST((
      CAST(:code AS STRING)
    ) AS STRING)
  WHERE
    CAST('all' AS STRING) IN ('all', present.market)
    AND CASE CAST((
        CAST(:kind AS STRING)
      ) AS STRING)
      WHEN ''
      THEN TRUE
      WHEN 'sector'
      THEN present.sector_id = CAST((
        CAST(:code AS STRING)
      ) AS STRING)
      WHEN 'theme'
      THEN present.theme_id = CAST((
        CAST(:code AS STRING)
      ) AS STRING)
      WHEN 'group'
      THEN present.parent = own.parent AND present.company_id <> own.company_id
      WHEN 'topic'
      THEN EXISTS(
        SELECT
          1
        FROM company_topic
        WHERE
          company_topic.company_id = present.company_id
          AND company_topic.topic_id = (
            CAST((
              CAST(:code AS STRING)
            ) AS STRING)
          )
      )
    END
) AS present
GROUP BY
  present.market
ORDER BY
  present.market = CAST(:market AS STRING) DESC,
  companies DESC,
  present.market NULLS LAST;

-- stand/companies
SELECT
  present.company_id,
  present.name,
  present.market,
  present.sector_id,
  present.city,
  present.arrived,
  present.status,
  present.source_id,
  COUNT(*) OVER () AS companies
FROM (
  SELECT
    present.*
  FROM present
  LEFT JOIN companies AS own
    ON CAST((
      CAST(:kind AS STRING)
    ) AS STRING) = 'group'
    AND own.company_id = CAST((
      CAST(:code AS STRING)
    ) AS STRING)
  WHERE
    CAST((
      CAST(:market AS STRING)
    ) AS STRING) IN ('all', present.market)
    AND CASE CAST((
        CAST(:kind AS STRING)
      ) AS STRING)
      WHEN ''
      THEN TRUE
      WHEN 'sector'
      THEN present.sector_id = CAST((
        CAST(:code AS STRING)
      ) AS STRING)
      WHEN 'theme'
      THEN present.theme_id = CAST((
        CAST(:code AS STRING)
      ) AS STRING)
      WHEN 'group'
      THEN present.parent = own.parent AND present.company_id <> own.company_id
      WHEN 'topic'
      THEN EXISTS(
        SELECT
          1
        FROM company_topic
        WHERE
          company_topic.company_id = present.company_id
          AND company_topic.topic_id = (
            CAST((
              CAST(:code AS STRING)
            ) AS STRING)
          )
      )
    END
) AS present
WHERE
  CAST(:found AS ARRAY<STRING>) IS NULL
  OR present.company_id IN (
    SELECT
      EXPLODE(CAST(:found AS ARRAY<STRING>))
  )
ORDER BY
  REPLACE(
    REPLACE(
      REPLACE(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  TRANSLATE(
                    STRIP_ACCENTS(LOWER(present.name)),
                    'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                    'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                  ),
                  'ß',
                  'ss'
                ),
                'æ',
                'ae'
              ),
              'œ',
              'oe'
            ),
            'ﬀ',
            'ff'
          ),
          'ﬁ',
          'fi'
        ),
        'ﬂ',
        'fl'
      ),
      'ﬃ',
      'ffi'
    ),
    'ﬄ',
    'ffl'
  ) NULLS LAST,
  present.company_id NULLS LAST
LIMIT CAST(:rows AS INT)
OFFSET CAST(:skip AS INT);

-- stand/dates
WITH dated AS (
  SELECT
    event.*,
    IF(event.coming, 'next', 'last') AS when_code,
    NOT event.coming AND event.title_en RLIKE '[(,:;]' AS remarked
  FROM (
    SELECT
      event.*,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS coming,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      AND event.begun_day <= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS running
    FROM event
    WHERE
      (
        event.for_all
        OR (
          SIZE((
            CAST(ARRAY() AS ARRAY<STRING>)
          )) = 0
          OR ARRAY_CONTAINS((
            CAST(ARRAY() AS ARRAY<STRING>)
          ), event.market)
        )
      )
      AND (
        SIZE((
          CAST(ARRAY() AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS((
          CAST(ARRAY() AS ARRAY<STRING>)
        ), event.kind)
      )
      AND CAST('' AS STRING) IN ('', event.theme_id)
      AND event.year BETWEEN CAST(0 AS INT) AND CAST(9999 AS INT)
  ) AS event
)
SELECT
  when_code,
  place,
  event_id,
  year,
  month,
  day,
  end_year,
  end_month,
  end_day,
  coming,
  running,
  kind,
  market,
  title_en,
  title_de,
  place_en,
  place_de,
  source_id,
  publisher
FROM (
  SELECT
    dated.when_code,
    ROW_NUMBER() OVER (
      PARTITION BY dated.when_code
      ORDER BY CASE WHEN dated.when_code = 'next' THEN dated.first_day END NULLS LAST, dated.remarked NULLS LAST, dated.first_day DESC, dated.event_id NULLS LAST
    ) AS place,
    dated.event_id,
    dated.year,
    dated.month,
    dated.day,
    dated.end_year,
    dated.end_month,
    dated.end_day,
    dated.coming,
    dated.running,
    dated.kind,
    dated.market,
    dated.title_en,
    dated.title_de,
    dated.place_en,
    dated.place_de,
    dated.source_id,
    dated.publisher,
    (
      (
        ROW_NUMBER() OVER (
          PARTITION BY dated.when_code
          ORDER BY CASE WHEN dated.when_code = 'next' THEN dated.first_day END NULLS LAST, dated.remarked NULLS LAST, dated.first_day DESC, dated.event_id NULLS LAST
        )
      ) <= CAST(:rows AS INT)
    ) AS _kept,
    (
      dated.when_code
    ) AS _key0,
    (
      CASE WHEN dated.when_code = 'next' THEN dated.first_day END
    ) AS _key1,
    (
      dated.first_day
    ) AS _key2,
    (
      dated.event_id
    ) AS _key3
  FROM dated
  WHERE
    dated.when_code = 'next'
    OR (
      dated.kind IN ('trade-fair', 'inbound-delegation', 'outbound-trip')
      AND dated.last_day >= CAST(:today AS DATE) - INTERVAL '24' MONTH
    )
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 DESC,
  _key1 NULLS LAST,
  _key2 DESC,
  _key3 NULLS LAST;

-- stand/desks
SELECT
  desks.desk_id,
  COUNT(desks.email) + COUNT(desks.phone) + COUNT(desks.url) + COUNT(contacts.email) + COUNT(contacts.phone) + COUNT(contacts.url) > 0 AS reachable
FROM desks
LEFT JOIN contacts
  ON desks.desk_id = contacts.desk_id
GROUP BY
  desks.desk_id
ORDER BY
  desks.desk_id NULLS LAST;

-- stand/list_figures
SELECT
  COUNT(DISTINCT NULLIF(present.sector_id, 'other')) AS sectors,
  COUNT(DISTINCT present.city) AS towns,
  MAX(present.arrived) AS newest
FROM present
WHERE
  CAST(:market AS STRING) IN ('all', present.market);

-- stand/meant
WITH wanted AS (
  SELECT
    TRIM(
      REPLACE(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    REPLACE(
                      TRANSLATE(
                        STRIP_ACCENTS(LOWER((
                          CAST(:term AS STRING)
                        ))),
                        'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                        'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                      ),
                      'ß',
                      'ss'
                    ),
                    'æ',
                    'ae'
                  ),
                  'œ',
                  'oe'
                ),
                'ﬀ',
                'ff'
              ),
              'ﬁ',
              'fi'
            ),
            'ﬂ',
            'fl'
          ),
          'ﬃ',
          'ffi'
        ),
        'ﬄ',
        'ffl'
      )
    ) AS term
), named AS (
  SELECT
    places.place,
    REPLACE(
      REPLACE(
        REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    TRANSLATE(
                      STRIP_ACCENTS(LOWER(GET((
                        CAST(:names AS ARRAY<STRING>)
                      ), (
                        places.place
                      ) - 1))),
                      'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９' || '　' || ' ' || ' ' || '​' || '‌' || '‍' || '⁠' || '﻿' || '­',
                      'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
                    ),
                    'ß',
                    'ss'
                  ),
                  'æ',
                  'ae'
                ),
                'œ',
                'oe'
              ),
              'ﬀ',
              'ff'
            ),
            'ﬁ',
            'fi'
          ),
          'ﬂ',
          'fl'
        ),
        'ﬃ',
        'ffi'
      ),
      'ﬄ',
      'ffl'
    ) AS words
  FROM (
    SELECT
      EXPLODE(SEQUENCE(1, SIZE(CAST(:names AS ARRAY<STRING>)))) AS place
  ) AS places
), found AS (
  SELECT
    named.place,
    STARTSWITH(named.words, wanted.term) AS begins
  FROM named
  CROSS JOIN wanted
  WHERE
    CONTAINS(named.words, wanted.term)
    OR CONTAINS(
      REPLACE(REPLACE(REPLACE(named.words, 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
      (
        REPLACE(
          REPLACE(REPLACE(SUBSTRING(wanted.term, 1, LENGTH(wanted.term) - 1), 'ae', 'a'), 'oe', 'o'),
          'ue',
          'u'
        ) || RIGHT(wanted.term, 1)
      )
    )
)
SELECT
  found.place,
  found.begins
FROM found
ORDER BY
  found.begins DESC,
  found.place NULLS LAST;

-- stand/newest
SELECT
  step.milestone_id,
  step.company_id,
  step.name,
  step.market,
  step.year,
  step.month,
  step.kind,
  step.is_announced,
  step.to_city,
  NOT present.company_id IS NULL AS is_here
FROM step
LEFT JOIN present
  ON step.company_id = present.company_id
WHERE
  CAST(:market AS STRING) IN ('all', step.market)
  AND step.year >= CAST(:oldest AS INT)
ORDER BY
  step.year DESC,
  step.month DESC,
  step.milestone_id NULLS LAST
LIMIT CAST(:rows AS INT);

-- stand/origins
WITH counted AS (
  SELECT
    source_market.market,
    source_market.capital,
    COUNT(*) AS companies
  FROM present
  INNER JOIN source_market
    ON present.market = source_market.market
  GROUP BY
    source_market.market,
    source_market.capital
)
SELECT
  counted.market,
  places.lat,
  places.lon,
  counted.companies,
  SUM(counted.companies) OVER upwards AS companies_so_far,
  ROW_NUMBER() OVER upwards AS countries_so_far
FROM counted
LEFT JOIN places
  ON counted.capital = places.place
WINDOW upwards AS (
  ORDER BY counted.companies NULLS LAST, counted.market NULLS LAST
  rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
)
ORDER BY
  counted.companies NULLS LAST,
  counted.market NULLS LAST;

-- stand/projects
SELECT
  projects.project_id,
  projects.name_en,
  projects.name_de,
  own.part_en,
  own.part_de,
  other.partner,
  other.market AS other_market,
  other.company_id AS other_company,
  projects.source_id
FROM project_partners AS own
INNER JOIN projects
  ON own.project_id = projects.project_id
INNER JOIN project_partners AS other
  ON own.project_id = other.project_id AND own.partner <> other.partner
WHERE
  own.company_id = CAST(:company AS STRING)
ORDER BY
  projects.project_id NULLS LAST,
  other.rowid NULLS LAST;

-- stand/sectors
SELECT
  present.sector_id,
  COUNT(*) AS companies
FROM present
WHERE
  present.sector_id <> 'other'
  AND CAST(:market AS STRING) IN (present.market, 'all')
GROUP BY
  present.sector_id
ORDER BY
  companies DESC,
  present.sector_id NULLS LAST;

-- stand/site
SELECT
  company.city,
  company.area,
  company.lat,
  company.lon
FROM company
WHERE
  company.company_id = CAST(:company AS STRING)
  AND NOT company.lat IS NULL
  AND NOT company.lon IS NULL;

-- stand/summary
SELECT
  COUNT(*) AS companies,
  COUNT(DISTINCT present.market) AS countries
FROM present
INNER JOIN source_market
  ON present.market = source_market.market;

-- stand/topics
SELECT
  topics.topic_id,
  COUNT(*) AS companies
FROM topics
INNER JOIN company_topic
  ON topics.topic_id = company_topic.topic_id
INNER JOIN present
  ON company_topic.company_id = present.company_id
WHERE
  CAST(:company AS STRING) IN ('', present.company_id)
GROUP BY
  topics.topic_id,
  topics.rowid
ORDER BY
  topics.rowid NULLS LAST;

-- stand/visitors
SELECT
  source_market.market,
  source_market.core,
  COUNT(*) AS companies
FROM present
INNER JOIN source_market
  ON present.market = source_market.market
GROUP BY
  source_market.market,
  source_market.core
ORDER BY
  source_market.core DESC,
  companies DESC,
  source_market.market NULLS LAST;

-- talent/agreements
WITH texts AS (
  SELECT
    'event' AS record,
    event_id AS record_id,
    market,
    kind,
    year,
    month,
    day,
    coming,
    title_en,
    title_de,
    place_en,
    place_de,
    CAST(NULL AS STRING) AS city,
    CAST(NULL AS STRING) AS text_en,
    CAST(NULL AS STRING) AS text_de,
    source_id
  FROM (
    SELECT
      event.*,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS coming,
      event.last_day >= CAST((
        CAST(:today AS DATE)
      ) AS DATE)
      AND event.begun_day <= CAST((
        CAST(:today AS DATE)
      ) AS DATE) AS running
    FROM event
    WHERE
      (
        event.for_all
        OR (
          SIZE((
            CAST(ARRAY() AS ARRAY<STRING>)
          )) = 0
          OR ARRAY_CONTAINS((
            CAST(ARRAY() AS ARRAY<STRING>)
          ), event.market)
        )
      )
      AND (
        SIZE((
          CAST(ARRAY() AS ARRAY<STRING>)
        )) = 0
        OR ARRAY_CONTAINS((
          CAST(ARRAY() AS ARRAY<STRING>)
        ), event.kind)
      )
      AND CAST('' AS STRING) IN ('', event.theme_id)
      AND event.year BETWEEN CAST(0 AS INT) AND CAST(9999 AS INT)
  ) AS events_of
  UNION ALL
  SELECT
    'institution',
    institution_id,
    market,
    kind,
    since_year,
    NULL,
    NULL,
    FALSE,
    name_en,
    name_de,
    NULL,
    NULL,
    city,
    description_en,
    description_de,
    source_id
  FROM institution
  WHERE
    kind <> 'school' AND desk_id IS NULL
)
SELECT
  texts.*
FROM texts
WHERE
  (
    ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), texts.market)
    OR texts.market = 'all'
  )
  AND EXISTS(
    SELECT
      1
    FROM (
      SELECT
        EXPLODE(CAST(:words AS ARRAY<STRING>)) AS word
    ) AS words
    WHERE
      CONTAINS(
        LOWER(CONCAT_WS(' ', texts.title_en, texts.title_de, texts.text_en, texts.text_de)),
        words.word
      )
  )
ORDER BY
  texts.coming DESC,
  texts.year DESC,
  texts.month DESC,
  texts.day DESC,
  texts.record_id NULLS LAST;

-- talent/inhabitants
SELECT
  inhabitants.region,
  inhabitants.year,
  inhabitants.value,
  inhabitants.qualifier,
  inhabitants.source_id
FROM inhabitants
ORDER BY
  inhabitants.region NULLS LAST,
  inhabitants.year NULLS LAST;

-- talent/pipeline
WITH stages AS (
  SELECT
    role_series.place AS stage,
    role_series.indicator_id,
    role_series.subject,
    role_series.points,
    role_series.first_year,
    MIN_BY(published.value, published.year) AS first_value,
    MIN_BY(published.qualifier, published.year) AS first_qualifier,
    role_series.last_year,
    MAX_BY(published.value, published.year) AS last_value,
    MAX_BY(published.qualifier, published.year) AS last_qualifier,
    ARRAY_SORT(NULLIF(COLLECT_SET(published.source_id), ARRAY())) AS source_ids
  FROM role_series
  INNER JOIN published
    ON role_series.indicator_id = published.indicator_id
    AND role_series.market = published.market
    AND role_series.region = published.region
  WHERE
    role_series.role = 'pipeline'
    AND published.market = CAST(:market AS STRING)
    AND published.region = CAST(:region AS STRING)
  GROUP BY
    role_series.place,
    role_series.indicator_id,
    role_series.subject,
    role_series.points,
    role_series.first_year,
    role_series.last_year
)
SELECT
  stages.stage,
  stages.indicator_id,
  stages.subject,
  stages.points,
  stages.first_year,
  stages.first_value,
  stages.first_qualifier,
  stages.last_year,
  stages.last_value,
  stages.last_qualifier,
  CASE
    WHEN stages.points > 1
    THEN stages.last_value / NULLIF(stages.first_value, 0)
  END AS times,
  stages.first_qualifier = 'exact' AND stages.last_qualifier = 'exact' AS exact,
  stages.source_ids
FROM stages
ORDER BY
  stages.stage NULLS LAST;

-- talent/regions
SELECT
  subject_figure.region,
  COUNT(*) AS figures
FROM subject_figure
INNER JOIN regions
  ON subject_figure.region = regions.region
WHERE
  ARRAY_CONTAINS(CAST(:subjects AS ARRAY<STRING>), subject_figure.subject)
  AND ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), subject_figure.market)
  AND subject_figure.measure = CAST(:measure AS STRING)
GROUP BY
  subject_figure.region,
  regions.rank
ORDER BY
  regions.rank NULLS LAST;

-- talent/residents
WITH counts AS (
  SELECT
    series.*,
    MAX(series.last_year) OVER (PARTITION BY series.market) AS newest
  FROM series
  WHERE
    series.subject = 'residents'
    AND NOT series.rank IS NULL
    AND series.region = CAST(:region AS STRING)
    AND ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), series.market)
)
SELECT
  market,
  indicator_id,
  region,
  year,
  is_old,
  value,
  unit,
  qualifier,
  previous_year,
  previous_qualifier,
  change,
  source_id
FROM (
  SELECT
    latest_value.market,
    latest_value.indicator_id,
    latest_value.region,
    latest_value.year,
    latest_value.is_old,
    latest_value.value,
    latest_value.unit,
    latest_value.qualifier,
    latest_value.previous_year,
    latest_value.previous_qualifier,
    latest_value.change,
    latest_value.source_id,
    (
      ROW_NUMBER() OVER (
        PARTITION BY counts.market
        ORDER BY (
          counts.last_year >= counts.newest - 4
        ) DESC, counts.position NULLS LAST
      ) = 1
    ) AS _kept,
    (
      ARRAY_POSITION(CAST(:markets AS ARRAY<STRING>), latest_value.market)
    ) AS _key0
  FROM counts
  INNER JOIN latest_value
    ON counts.indicator_id = latest_value.indicator_id
    AND counts.market = latest_value.market
    AND counts.region = latest_value.region
) AS chosen_rows
WHERE
  _kept
ORDER BY
  _key0 NULLS LAST;

-- talent/schools
SELECT
  institution.institution_id,
  institution.market,
  institution.name_en,
  institution.name_de,
  institution.since_year,
  institution.city,
  institution.description_en,
  institution.description_de,
  institution.source_id
FROM institution
CROSS JOIN city
WHERE
  institution.kind = 'school'
  AND (
    ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), institution.market)
    OR institution.market IN (city.country, 'all')
  )
ORDER BY
  institution.since_year NULLS LAST,
  institution.name_en NULLS LAST;

-- talent/series
WITH chosen AS (
  SELECT
    subject_figure.*,
    COALESCE(subject_figure.rank = 1, FALSE) AS is_main,
    regions.rank AS distance,
    COUNT(*) OVER line AS points,
    subject_figure.year = MAX(subject_figure.year) OVER line AS is_latest,
    MAX(subject_figure.year) OVER () AS newest
  FROM subject_figure
  INNER JOIN regions
    ON subject_figure.region = regions.region
  WHERE
    ARRAY_CONTAINS(CAST(:subjects AS ARRAY<STRING>), subject_figure.subject)
    AND ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), subject_figure.market)
    AND CAST(:region AS STRING) IN ('all', subject_figure.region)
    AND subject_figure.measure = CAST(:measure AS STRING)
  WINDOW line AS (
    PARTITION BY subject_figure.indicator_id, subject_figure.region, subject_figure.market
  )
), definitions AS (
  SELECT
    chosen.indicator_id,
    chosen.region,
    MAX(chosen.points) > 1
    AND MIN(chosen.shown) >= 0
    AND ANY_VALUE(chosen.unit) IGNORE NULLS = 'count' AS drawable,
    ROW_NUMBER() OVER (
      ORDER BY chosen.is_main DESC, CASE WHEN chosen.is_main THEN chosen.distance END NULLS LAST, (
        MAX(chosen.year) >= MAX(chosen.newest) - 4
      ) DESC, COUNT(DISTINCT chosen.market) DESC, MAX(chosen.points) DESC, chosen.distance ASC NULLS LAST, chosen.indicator_id ASC NULLS LAST
    ) AS position
  FROM chosen
  GROUP BY
    chosen.indicator_id,
    chosen.region,
    chosen.is_main,
    chosen.distance
)
SELECT
  definitions.position,
  definitions.drawable,
  chosen.is_main,
  chosen.distance,
  chosen.indicator_id,
  chosen.region,
  chosen.market,
  chosen.year,
  chosen.value,
  chosen.unit,
  chosen.qualifier,
  chosen.shown,
  chosen.inhabitants,
  chosen.is_latest,
  chosen.source_id,
  chosen.source_ids
FROM chosen
INNER JOIN definitions
  ON chosen.indicator_id = definitions.indicator_id
  AND chosen.region = definitions.region
ORDER BY
  definitions.position NULLS LAST,
  ARRAY_POSITION(CAST(:markets AS ARRAY<STRING>), chosen.market) NULLS LAST,
  chosen.year NULLS LAST;

-- talent/signals
SELECT
  signals.signal_id,
  signals.market,
  signals.direction,
  signals.year,
  signals.signal_en,
  signals.signal_de,
  signals.source_id
FROM signals
WHERE
  (
    ARRAY_CONTAINS(CAST(:markets AS ARRAY<STRING>), signals.market)
    OR signals.market = 'all'
  )
  AND EXISTS(
    SELECT
      1
    FROM (
      SELECT
        EXPLODE(CAST(:words AS ARRAY<STRING>)) AS word
    ) AS words
    WHERE
      CONTAINS(LOWER(signals.signal_en || ' ' || signals.signal_de), words.word)
  )
ORDER BY
  signals.year DESC,
  signals.signal_id NULLS LAST;

-- talent/words
SELECT
  talent_words.word,
  talent_words.lang
FROM talent_words
ORDER BY
  talent_words.rowid NULLS LAST;
