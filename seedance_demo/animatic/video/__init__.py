"""What is drawn.

`image` loads an image, `subject` and `depth` find what is in it and how far away; `slate` stands in
where there is none. `reach`, `moves` and `camera_path` lead the camera; `mesh`, `warp` and `view`
are what it sees.
`grade`, `light_effects`, `weather`, `lens`, `captions` and `fonts` work on frames. `shot` draws one
shot, `edit` joins shots, `match_cut` frames those that meet in one place.
"""
