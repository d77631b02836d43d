package gazetteer_test

import (
	"fmt"
	"math"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
)

// TestPlaces finds where the place that a text asks for lies: by a phrase that leads away from it, else by itself.
func TestPlaces(t *testing.T) {
	t.Parallel()
	g := load(t)
	rashomontest.RunCases(t, "testdata/places.cases", func(c rashomontest.Case) []rashomontest.Finding {
		doc, asked := markedDocument(c.Phrase)
		for field, value := range c.Given {
			doc.Details = append(doc.Details, rashomon.Detail{Field: rashomon.Field(field), Value: value, Rule: "hand"})
		}
		g.Locate(doc)
		location := doc.Entities[doc.Mentions[asked].Entity].Location
		if relative, found := g.Relatives(doc).At(asked); found {
			location = &relative
		}
		if location == nil {
			return nil
		}
		return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: compare(t, c.Value, location)}}
	})
}

// compare returns the wanted value where a location is what it says, else what the location is.
func compare(t *testing.T, want string, got *rashomon.Location) string {
	var latitude, longitude, off float64
	var precision rashomon.Precision
	if want != "" {
		if _, err := fmt.Sscan(want, &latitude, &longitude, &off, &precision); err != nil {
			t.Fatalf("%q: %v", want, err)
		}
		if kilometres(got.Latitude, got.Longitude, latitude, longitude) <= off && got.Precision == precision {
			return want
		}
	}
	return fmt.Sprintf("%.2f %.2f %.0f %s (%s, %s, %.3f, %s)", got.Latitude, got.Longitude, got.Radius, got.Precision,
		got.Name, got.Country, got.Score, got.Rule)
}

// kilometres is a second way to measure a distance: the angle between two directions from the middle of Earth.
func kilometres(aLatitude, aLongitude, bLatitude, bLongitude float64) float64 {
	a, b := direction(aLatitude, aLongitude), direction(bLatitude, bLongitude)
	cross := math.Sqrt(sq(a[1]*b[2]-a[2]*b[1]) + sq(a[2]*b[0]-a[0]*b[2]) + sq(a[0]*b[1]-a[1]*b[0]))
	return 6371.0088 * math.Atan2(cross, a[0]*b[0]+a[1]*b[1]+a[2]*b[2])
}

func direction(latitude, longitude float64) [3]float64 {
	latitude, longitude = latitude*math.Pi/180, longitude*math.Pi/180
	return [3]float64{
		math.Cos(latitude) * math.Cos(longitude), math.Cos(latitude) * math.Sin(longitude), math.Sin(latitude),
	}
}

func sq(x float64) float64 { return x * x }
