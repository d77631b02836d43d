package name

import "testing"

func TestIsAddress(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]bool{
		"nora.haddad@harbour.example": true, "https://harbour.example/list": true, "www.harbour.example": true,
		"[list](https://harbour.example)": false, "@norahaddad": false, "norahaddad@": false, "Haddad@HARBOUR": false, "Haddad": false, "": false, "@": false,
		"wwwx": false,
	} {
		if got := isAddress(form); got != want {
			t.Errorf("%q: got %v, want %v", form, got, want)
		}
	}
}

func TestIsTag(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]bool{
		"#harvest": true, "#2nd": true, "#3": false, "#": false, "C#": false, "": false,
	} {
		if got := isTag(form); got != want {
			t.Errorf("%q: got %v, want %v", form, got, want)
		}
	}
}

// TestForbid: whatever the scores are, no person has a figure in the name, and no address is in a longer name.
func TestForbid(t *testing.T) {
	t.Parallel()
	r, err := English()
	if err != nil {
		t.Fatal(err)
	}
	labels := r.tagger.Labels() / 2
	for position, form := range []string{"Haddad", "Haddad2", "a@b.example", "a2@b.example", "#haddad"} {
		scores := make([]float32, labels)
		r.forbid(scores, []string{form})
		left := 0
		for _, score := range scores {
			if score == 0 {
				left++
			}
		}
		if want := []int{labels, labels - 4, 1 + len(r.types), len(r.types), 1 + len(r.types)}[position]; left != want {
			t.Errorf("%s: %d labels are left, want %d", form, left, want)
		}
	}
}
