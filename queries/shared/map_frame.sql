-- Which part of the world do maps of the region show, and where on it is the city?
-- One row per map there is: one. west, east, south, north: edges of the frame; lat, lon: the city's place; all in degrees.
select
    map_frame.west,
    map_frame.east,
    map_frame.south,
    map_frame.north,
    places.lat,
    places.lon
from map_frame
inner join places on map_frame.place = places.place
