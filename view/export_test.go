package view

func init() { leastKept = 1 }
