package plover

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// An ontology is what the data files hold.
type ontology struct {
	types     []Type
	modes     map[string][]Mode // by type
	contexts  []Context
	sectors   []Sector
	fromCAMEO map[string]Coding
	toCAMEO   map[typeMode]string
}

type typeMode struct{ typ, mode string }

// known is the embedded files, read once.
var known = sync.OnceValue(func() *ontology {
	o, _ := readOntology(files) // a test reads the files and fails on an error
	return o
})

// readOntology reads all files: each may name what those before it hold.
func readOntology(files fs.FS) (*ontology, error) {
	o := &ontology{modes: map[string][]Mode{}, fromCAMEO: map[string]Coding{}, toCAMEO: map[typeMode]string{}}
	return o, errors.Join(
		eachLine(files, "types", 4, o.addType),
		eachLine(files, "modes", 4, o.addMode),
		eachLine(files, "contexts", 2, o.addContext),
		eachLine(files, "sectors", 2, o.addSector),
		eachLine(files, "cameo", 5, o.addCAMEO),
		eachLine(files, "exchanged", 2, o.addExchanged),
		eachLine(files, "to_cameo", 3, o.addToCAMEO),
	)
}

func eachLine(files fs.FS, name string, columns int, read func(columns []string) error) error {
	return datafile.Each(files, "data/"+name+".txt", columns, read)
}

func (o *ontology) typeOf(name string) (Type, bool) {
	return find(o.types, func(t Type) bool { return t.Name == name })
}

func (o *ontology) modeOf(typ, name string) (Mode, bool) {
	return find(o.modes[typ], func(m Mode) bool { return m.Name == name })
}

func (o *ontology) hasContext(name string) bool {
	return slices.ContainsFunc(o.contexts, func(c Context) bool { return c.Name == name })
}

// find returns the first element that is the one sought.
func find[E any](list []E, is func(E) bool) (element E, found bool) {
	at := slices.IndexFunc(list, is)
	if at < 0 {
		return element, false
	}
	return list[at], true
}

func (o *ontology) addType(columns []string) error {
	name, quad := columns[0], Quad(columns[1])
	if _, found := o.typeOf(name); found {
		return fmt.Errorf("the type %q stands twice", name)
	}
	if !slices.Contains(quads, quad) {
		return fmt.Errorf("%q is no quad class", quad)
	}
	intensity, err := readIntensity(columns[2])
	o.types = append(o.types, Type{name, quad, intensity, columns[3]})
	return err
}

func readIntensity(text string) (float64, error) {
	intensity, err := strconv.ParseFloat(text, 64)
	if err != nil || !(intensity >= -10 && intensity <= 10) {
		return 0, fmt.Errorf("%q is no intensity from -10 to 10", text)
	}
	return intensity, nil
}

// addMode reads the columns: type, mode, intensity, definition. A mode without an intensity has its type's.
func (o *ontology) addMode(columns []string) error {
	typ, name := columns[0], columns[1]
	of, found := o.typeOf(typ)
	if !found || name == "" {
		return fmt.Errorf("want a type and a mode, got %q and %q", typ, name)
	}
	if _, found := o.modeOf(typ, name); found {
		return fmt.Errorf("the mode %q stands twice", name)
	}
	mode := Mode{name, of.Intensity, columns[3]}
	var err error
	if columns[2] != "" {
		mode.Intensity, err = readIntensity(columns[2])
	}
	o.modes[typ] = append(o.modes[typ], mode)
	return err
}

func (o *ontology) addContext(columns []string) error {
	if o.hasContext(columns[0]) {
		return fmt.Errorf("the context %q stands twice", columns[0])
	}
	o.contexts = append(o.contexts, Context{columns[0], columns[1]})
	return nil
}

func (o *ontology) addSector(columns []string) error {
	if slices.ContainsFunc(o.sectors, func(s Sector) bool { return s.Code == columns[0] }) {
		return fmt.Errorf("the sector %q stands twice", columns[0])
	}
	o.sectors = append(o.sectors, Sector{columns[0], columns[1]})
	return nil
}

// addCAMEO reads the columns: code, type, mode, contexts, meaning.
func (o *ontology) addCAMEO(columns []string) error {
	coding := Coding{
		Code: columns[0], Type: columns[1], Mode: columns[2], Contexts: strings.Fields(columns[3]), Meaning: columns[4],
	}
	if !cameoCode.MatchString(coding.Code) {
		return fmt.Errorf("%q is no code of CAMEO", coding.Code)
	}
	if _, found := o.fromCAMEO[coding.Code]; found {
		return fmt.Errorf("the code %s stands twice", coding.Code)
	}
	for _, context := range coding.Contexts {
		if !o.hasContext(context) {
			return fmt.Errorf("%q is no context", context)
		}
	}
	o.fromCAMEO[coding.Code] = coding
	return o.checkMode(coding.Type, coding.Mode)
}

func (o *ontology) addExchanged(columns []string) error {
	coding, found := o.fromCAMEO[columns[0]]
	if !found {
		return fmt.Errorf("the code %q is not in cameo.txt", columns[0])
	}
	coding.Exchanged = true
	o.fromCAMEO[columns[0]] = coding
	return nil
}

// addToCAMEO reads the columns: type, mode, code.
func (o *ontology) addToCAMEO(columns []string) error {
	key, code := typeMode{columns[0], columns[1]}, columns[2]
	if _, found := o.fromCAMEO[code]; !found {
		return fmt.Errorf("the code %q is not in cameo.txt", code)
	}
	if _, found := o.toCAMEO[key]; found {
		return fmt.Errorf("%s %s stands twice", key.typ, key.mode)
	}
	o.toCAMEO[key] = code
	return o.checkMode(key.typ, key.mode)
}

// checkMode sees that a type is known, and a mode, where there is one, is of the type.
func (o *ontology) checkMode(typ, mode string) error {
	if _, found := o.typeOf(typ); !found {
		return fmt.Errorf("%q is no type", typ)
	}
	if _, found := o.modeOf(typ, mode); mode != "" && !found {
		return fmt.Errorf("%q is no mode of %s", mode, typ)
	}
	return nil
}
