package name

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/entity/code"
)

// finer are the types that the data do not teach. They call facilities places, and weapons and works other things: the
// noun at the end of such a name, or before "of" in it, tells more.
var finer = map[rashomon.EntityType][]rashomon.EntityType{
	rashomon.EntityPlace: {rashomon.EntityFacility},
	rashomon.EntityOther: {rashomon.EntityFacility, rashomon.EntityWeapon, rashomon.EntityWork, rashomon.EntityEvent},
}

// nounRule is the rule of a type that a noun in the name has told.
const nounRule = "name/noun"

// refine gives a name of several words the type of its noun, where that is a finer one: "Kiln Lane Bridge" is a
// FACILITY.
func (n *Name) refine(forms []string) {
	words := forms
	if of := slices.IndexFunc(forms, func(form string) bool { return strings.EqualFold(form, "of") }); of > 0 {
		words = forms[:of]
	}
	noun, length := code.FindNoun(words)
	if noun != nil && length < len(forms) && slices.Contains(finer[n.Type], noun.Type) {
		n.Type, n.Rule = noun.Type, nounRule
	}
}
