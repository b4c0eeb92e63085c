"""What is seen. `still` and `depth` read a picture, `slate` stands in for one; `camera` moves, and
`mesh`, `warp` and `view` are what it sees; `light`, `shade`, `weather`, `lens` and `captions` work
on frames of planes; `take` puts them together to one shot, `cuts` joins the shots."""
