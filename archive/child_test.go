package archive_test

// runChild is where a process started by a test does its work.
func runChild() {}
