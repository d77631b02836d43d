package main

import (
	"math"
	"regexp"
	"slices"
	"strconv"
)

// A point on Earth, in degrees.
type point struct{ latitude, longitude float64 }

const earthRadius = 6371.0088 // kilometres, the mean radius of GRS 80

// distance returns kilometres on the sphere, by the haversine formula.
func (p point) distance(q point) float64 {
	radians := math.Pi / 180
	a := math.Sin((q.latitude - p.latitude) * radians / 2)
	b := math.Sin((q.longitude - p.longitude) * radians / 2)
	h := a*a + math.Cos(p.latitude*radians)*math.Cos(q.latitude*radians)*b*b
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}

// middle returns the middle of points, as the mean of their directions from the middle of Earth, and the distance within
// which nineteen in twenty of them lie.
func middle(points []point) (centre point, radius float64) {
	var x, y, z float64
	for _, p := range points {
		latitude, longitude := p.latitude*math.Pi/180, p.longitude*math.Pi/180
		x += math.Cos(latitude) * math.Cos(longitude)
		y += math.Cos(latitude) * math.Sin(longitude)
		z += math.Sin(latitude)
	}
	centre = point{math.Atan2(z, math.Hypot(x, y)) * 180 / math.Pi, math.Atan2(y, x) * 180 / math.Pi}
	distances := make([]float64, len(points))
	for i, p := range points {
		distances[i] = centre.distance(p)
	}
	slices.Sort(distances)
	if len(distances) > 0 {
		radius = distances[(len(distances)-1)*19/20]
	}
	return centre, radius
}

var coordinates = regexp.MustCompile(`(\d+)\s+(\d+)\s*([NS]),\s*(\d+)\s+(\d+)\s*([EW])`)

// parseCoordinates reads the first "25 00 N, 17 00 E" of a text.
func parseCoordinates(text string) (point, bool) {
	match := coordinates.FindStringSubmatch(text)
	if match == nil {
		return point{}, false
	}
	return point{degrees(match[1], match[2], match[3]), degrees(match[4], match[5], match[6])}, true
}

func degrees(whole, minutes, side string) float64 {
	d, _ := strconv.ParseFloat(whole, 64) // the expression lets nothing but digits through
	m, _ := strconv.ParseFloat(minutes, 64)
	if side == "S" || side == "W" {
		return -d - m/60
	}
	return d + m/60
}
