// Package plover is the ontology of political events in which events are coded, PLOVER (Political Language Ontology for
// Verifiable Event Records, Open Event Data Alliance, manual 0.8 of 2021), and the map between it and CAMEO, which it
// followed.
//
//	type      what is done, one of sixteen: ASSAULT       types.txt
//	mode      how it is done: aerial                      modes.txt
//	contexts  what it is about, any number: military      contexts.txt
//	sector    what part of society acts or suffers: REB   sectors.txt
//	CAMEO     the code of CAMEO: 195                      cameo.txt, exchanged.txt, to_cameo.txt
//
// All of it stands in the files of the folder data. Where the manual contradicts itself, the files choose and say so:
// ACCUSE has the intensity -3 (not +3), SANCTION is material conflict (not verbal), and codes of CAMEO go where the
// manual's definitions put them (not always where its table of conversion does).
package plover

import "slices"

// A Type is what is done.
type Type struct {
	Name       string // in capitals: "ASSAULT"
	Quad       Quad
	Intensity  float64 // from -10, the worst conflict, to 10, the closest cooperation
	Definition string
}

// A Quad is a quad class: whether a type is conflict or cooperation, in words or in deeds.
type Quad string

// The quad classes, in the order of the numbers 1 to 4 that event data give them.
const (
	QuadVerbalCooperation   Quad = "verbal cooperation"
	QuadMaterialCooperation Quad = "material cooperation"
	QuadVerbalConflict      Quad = "verbal conflict"
	QuadMaterialConflict    Quad = "material conflict"
)

var quads = []Quad{QuadVerbalCooperation, QuadMaterialCooperation, QuadVerbalConflict, QuadMaterialConflict}

// A Mode is how it is done. Every mode belongs to one type, though two types may have modes of one name.
type Mode struct {
	Name       string
	Intensity  float64
	Definition string
}

// A Context is what an event is about.
type Context struct {
	Name       string
	Definition string
}

// A Sector is a part of society to which an actor or recipient belongs.
type Sector struct {
	Code    string // "REB"
	Meaning string
}

// Types returns the types, from verbal cooperation to material conflict.
func Types() []Type { return slices.Clone(known().types) }

// TypeOf returns the type of a name.
func TypeOf(name string) (Type, bool) { return known().typeOf(name) }

// Modes returns the modes of a type; none where it has none or is not known.
func Modes(typ string) []Mode { return slices.Clone(known().modes[typ]) }

// Intensity returns the intensity of a type in a mode, or that of the type where the mode is none of its modes. A type
// that is not known is as neutral as REQUEST, 0.
func Intensity(typ, mode string) float64 {
	if m, found := known().modeOf(typ, mode); found {
		return m.Intensity
	}
	t, _ := TypeOf(typ)
	return t.Intensity
}

// Contexts returns the contexts in the manual's order.
func Contexts() []Context { return slices.Clone(known().contexts) }

// Sectors returns the sectors in the manual's order.
func Sectors() []Sector { return slices.Clone(known().sectors) }
