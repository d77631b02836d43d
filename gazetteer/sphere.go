package gazetteer

import "math"

// A point on Earth, in degrees.
type point struct{ latitude, longitude float64 }

func (p Place) point() point { return point{p.Latitude, p.Longitude} }

// earthRadius is the mean radius in kilometres. Taking Earth for a sphere makes distances wrong by half a percent at
// most, which is nothing beside the errors of what reports say.
const earthRadius = 6371.0088

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
func degrees(radians float64) float64 { return radians * 180 / math.Pi }

// distance returns the kilometres between two points, by the haversine formula.
func (p point) distance(q point) float64 {
	latitude := math.Sin(radians(q.latitude-p.latitude) / 2)
	longitude := math.Sin(radians(q.longitude-p.longitude) / 2)
	h := latitude*latitude + math.Cos(radians(p.latitude))*math.Cos(radians(q.latitude))*longitude*longitude
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}

// move returns the point that lies so many kilometres away in a direction (0 north, 90 east) along a great circle.
func (p point) move(kilometres, direction float64) point {
	angle, bearing, latitude := kilometres/earthRadius, radians(direction), radians(p.latitude)
	sine := math.Sin(latitude)*math.Cos(angle) + math.Cos(latitude)*math.Sin(angle)*math.Cos(bearing)
	sine = max(-1, min(1, sine))
	east := math.Sin(bearing) * math.Sin(angle) * math.Cos(latitude)
	longitude := radians(p.longitude) + math.Atan2(east, math.Cos(angle)-math.Sin(latitude)*sine)
	return point{degrees(math.Asin(sine)), math.Remainder(degrees(longitude), 360)}
}

// towards returns the direction in which another point lies, from 0 to 360.
func (p point) towards(q point) float64 {
	a, b, across := radians(p.latitude), radians(q.latitude), radians(q.longitude-p.longitude)
	y := math.Sin(across) * math.Cos(b)
	x := math.Cos(a)*math.Sin(b) - math.Sin(a)*math.Cos(b)*math.Cos(across)
	return math.Mod(degrees(math.Atan2(y, x))+360, 360)
}
