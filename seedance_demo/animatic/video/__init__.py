"""What is drawn.

`image` loads an image, `subject` and `depth` find what is in it and how far away; `slate` stands in
where there is none. `reach`, `moves` and `camera_path` lead the camera; `mesh`, `warp` and `view`
are what it sees.
`grade`, `light_effects` with `backlight`, `flare` and their `maps`, `grain`, `weather`, `lens` and
`captions` work on frames. `shot` draws one shot, `edit` joins shots, `match_cut` frames those that
meet in one place.
`typesetting` sets text in rows: `clusters` is where it breaks, `direction` which way it reads,
`fonts` which of the `typefaces` of this machine sets which letters, and `cmap` reads those from a
file.
"""
