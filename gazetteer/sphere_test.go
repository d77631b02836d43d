package gazetteer

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func drawPoint(t *rapid.T) point {
	return point{rapid.Float64Range(-89, 89).Draw(t, "latitude"), rapid.Float64Range(-180, 180).Draw(t, "longitude")}
}

// A point that is moved by a distance lies at that distance, in that direction.
func TestMovingByADistanceGivesTheDistance(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from := drawPoint(t)
		distance := rapid.Float64Range(0.1, 19_000).Draw(t, "distance")
		bearing := rapid.Float64Range(0, 359).Draw(t, "bearing")
		to := from.move(distance, bearing)
		if got := from.distance(to); math.Abs(got-distance) > 1e-3 {
			t.Errorf("got %v km, want %v", got, distance)
		}
		if back := to.distance(from); math.Abs(back-from.distance(to)) > 1e-9 {
			t.Errorf("back it is %v km", back)
		}
		if turn := math.Abs(math.Remainder(from.towards(to)-bearing, 360)); turn > 0.01 {
			t.Errorf("got the direction %v, want %v", from.towards(to), bearing)
		}
		if math.Abs(to.latitude) > 90 || math.Abs(to.longitude) > 180 {
			t.Errorf("%v is nowhere on Earth", to)
		}
	})
}

// Paris and London are 344 km apart, Sydney and Los Angeles 12,051 (any atlas).
func TestDistancesOfAnAtlas(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		a, b point
		want float64
	}{
		{"Paris to London", point{48.8566, 2.3522}, point{51.5074, -0.1278}, 344},
		{"Sydney to Los Angeles", point{-33.8688, 151.2093}, point{34.0522, -118.2437}, 12_051},
	} {
		if got := test.a.distance(test.b); math.Abs(got-test.want) > test.want/200 {
			t.Errorf("%s: got %.0f km, want %.0f", test.name, got, test.want)
		}
	}
}
