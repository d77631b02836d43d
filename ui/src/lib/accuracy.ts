// How often Rashomon errs, as the README of the project has it ("How good, how fast"). Change both together; a test holds the first list against it.

// What was found between accounts of invented cases that have an answer key, in per cent of what a careful reader finds.
export const between: { what: string; means: string; near: string; far: string; own: string }[] = [
  { what: 'Differences', near: '48 %', far: '31 %', own: '93 %', means: 'Half are missed or more: that none is shown does not mean that there is none. Of those listed, most as “may not fit”, one in seven is right.' },
  { what: 'Agreements', near: '67 %', far: '40 %', own: '76 %', means: 'A floor, no count. Of those listed, a fourth as “may say the same”, one in three is on the keys.' },
  { what: 'Echoes', near: '65 %', far: '50 %', own: '100 %', means: 'About half is seen. There may be fewer roots than are shown.' },
  { what: 'Silences', near: '38 %', far: '0 %', own: '75 %', means: 'Most are missed. An account is called silent only where much speaks for it.' },
  { what: 'Predictions with what came of them', near: '48 %', far: '31 %', own: '91 %', means: 'More than half are left open though somebody tells, or told wrongly. Of those told with “perhaps”, one in three is wrong.' },
  { what: 'Names joined to one party', near: '77 %', far: '80 %', own: '85 %', means: 'One in five is not joined: look for a party under its other spellings too.' },
  { what: 'Happenings: which passages tell of one event (B-cubed F1)', near: '52.2', far: '40.5', own: '75.9', means: 'Rows of the matrix may mix two events, or give one event twice.' },
  { what: 'Differences of scope only that are given as contradictions', near: '4 of 27', far: '6 of 30', own: '3 of 12', means: 'Up to one in five of these is called a contradiction: read both sentences before you quote one.' },
]

// What was found within documents, and how near two careful people come to each other where that is known. All but the last line
// are F1: 100 is faultless, and both what is missed and what is found wrongly take from it.
export const within: { what: string; where: string; found: string; people: string; means: string }[] = [
  { what: 'Names of persons, organisations, places', where: 'three partisan accounts', found: '95.8', people: '99.1', means: 'Nearly all.' },
  { what: 'Names with their types, strict', where: 'many kinds of text (GUM)', found: '72.3', people: '', means: 'In other kinds of text a quarter has another type, or begins or ends a word elsewhere.' },
  { what: 'Which names are of one', where: 'three partisan accounts', found: '96.0', people: '99.7', means: 'Nearly all, within one text.' },
  { what: 'Statements: what is said', where: 'three partisan accounts', found: '79.9', people: '85.7', means: 'One in five is missed, or has its borders elsewhere.' },
  { what: 'Statements: by whom', where: 'three partisan accounts', found: '73.2', people: '83.3', means: 'On whose word something stands is wrong or missing for one in four. Look at the sentence.' },
  { what: 'Statements: content and source', where: 'political news (PolNeAR)', found: '63.4', people: '77.1', means: 'Harder texts, where people differ too.' },
  { what: 'Events', where: 'three partisan accounts', found: '75.0', people: '87.3', means: 'Three in four.' },
  { what: 'Events with their type', where: 'three partisan accounts', found: '65.1', people: '80.5', means: 'Types are coarse: use them to find, not to count.' },
  { what: 'Events with who did it', where: 'three partisan accounts', found: '42.2', people: '77.4', means: 'Who did it is the weakest part. Never quote a doer without the sentence.' },
  { what: 'Events with whether they are told as so', where: 'three partisan accounts', found: '56.0', people: '74.9', means: 'That something is denied, feared or planned is often overlooked.' },
  { what: 'Figures with their bounds', where: 'three partisan accounts', found: '91.0', people: '82.1', means: 'Good.' },
  { what: 'Times with their values', where: 'the same, their day of publication not told', found: '83.8', people: '92.0', means: 'Good where the text says enough.' },
  { what: 'By what words a party is named', where: 'three partisan accounts', found: '67.1', people: '70.2', means: 'As well as people agree among themselves.' },
  { what: 'Contradictions / agreements / predictions', where: 'three partisan accounts, for which rules were written', found: '74 / 37 / 84 %', people: '50 / 50 / 77 %', means: 'Of texts that it was made with. Expect what the table above says.' },
]
