package silence

// manyAccounts is from how many accounts on those of a happening are asked together, and what each tells of it is kept where documents
// come one after another: more than tell one story.
const manyAccounts = 32

// A company is many accounts, by what they tell and whom they name.
type company struct {
	byHappening, byParty map[int][]int32
	shared               []int32 // of each account: how many happenings and parties it shares with the one that is asked of
	met                  []int32 // accounts that share a happening with it
}

func (s *Silences) companyOf(h *telling) *company {
	if h.company == nil {
		c := &company{byHappening: map[int][]int32{}, byParty: map[int][]int32{}, shared: make([]int32, len(h.Accounts))}
		for i, document := range h.Accounts {
			a := s.account(document)
			for _, happening := range a.happenings {
				c.byHappening[happening] = append(c.byHappening[happening], int32(i))
			}
			for _, party := range a.parties {
				c.byParty[party] = append(c.byParty[party], int32(i))
			}
		}
		h.company = c
	}
	return h.company
}

// tellsStoryOf reports whether an account tells the same story as one of the company: see [account.tellsStoryOf].
func (c *company) tellsStoryOf(a *account) bool {
	for _, happening := range a.happenings {
		for _, i := range c.byHappening[happening] {
			if c.shared[i]++; c.shared[i] == 1 {
				c.met = append(c.met, i)
			}
		}
	}
	for _, party := range a.parties {
		for _, i := range c.byParty[party] {
			if c.shared[i] > 0 {
				c.shared[i]++
			}
		}
	}
	found := false
	for _, i := range c.met {
		found = found || c.shared[i] >= sharedOfStory
		c.shared[i] = 0
	}
	c.met = c.met[:0]
	return found
}
