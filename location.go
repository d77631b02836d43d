package rashomon

import (
	"fmt"
	"math"
)

// A Precision tells what a location stands for: how large the thing is whose middle it gives.
type Precision string

// The precisions, from the finest.
const (
	PrecisionPoint    Precision = "point"    // a building, a bridge, a place a stated distance away from another
	PrecisionTown     Precision = "town"     // a populated place
	PrecisionDistrict Precision = "district" // below a province
	PrecisionProvince Precision = "province" // the first order of administration
	PrecisionCountry  Precision = "country"
	PrecisionRegion   Precision = "region" // larger than a country, or without borders: a sea, a desert, a continent
)

var precisions = []Precision{
	PrecisionPoint, PrecisionTown, PrecisionDistrict, PrecisionProvince, PrecisionCountry, PrecisionRegion,
}

// A Location is where a place lies, in degrees (WGS 84).
type Location struct {
	Latitude  float64   `json:"latitude"`
	Longitude float64   `json:"longitude"`
	Radius    float64   `json:"radius,omitempty"` // kilometres around it within which the place is meant to lie
	Precision Precision `json:"precision"`
	Name      string    `json:"name"`               // of the place in the gazetteer
	Country   string    `json:"country,omitempty"`  // ISO 3166-1 alpha-3
	GeoNames  int       `json:"geonames,omitempty"` // its number there, 0 where it has none
	Score     float64   `json:"score"`              // how well it fits, from 0 to 1
	Rule      string    `json:"rule"`
	// Alternatives are other places that the name may mean, the best first, without alternatives of their own.
	Alternatives []Location `json:"alternatives,omitempty"`
}

// String prints a location for people: where, how exactly and what it was taken for; "" for none.
func (l *Location) String() string {
	if l == nil {
		return ""
	}
	return fmt.Sprintf("%.4f,%.4f/%s/%q", l.Latitude, l.Longitude, l.Precision, l.Name)
}

// Distance returns how far the middles of two locations lie apart, in kilometres along the globe.
func (l *Location) Distance(other *Location) float64 {
	const mean = 6371.0088 // radius of the Earth
	radians := func(degrees float64) float64 { return degrees * math.Pi / 180 }
	halfway := func(a, b float64) float64 { s := math.Sin(radians(b-a) / 2); return s * s }
	chord := halfway(l.Latitude, other.Latitude) +
		math.Cos(radians(l.Latitude))*math.Cos(radians(other.Latitude))*halfway(l.Longitude, other.Longitude)
	return 2 * mean * math.Asin(math.Sqrt(min(chord, 1)))
}
