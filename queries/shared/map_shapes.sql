-- What do the areas of a kind look like?
-- One row per kind, none for an unknown one. json: GeoJSON in degrees, a feature's id is the area's code. Parameter: $kind
-- (towns, outlines).
select json
from map_shapes
where kind = $kind::varchar
