package source

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"rashomon"
)

//go:embed front_matter.txt
var frontMatterFile string

// frontMatterFields maps the keys of front matter to fields, in the order of the file.
var frontMatterFields = readFrontMatterFields(frontMatterFile)

type frontMatterField struct {
	field rashomon.Field
	keys  []string
}

// readFrontMatterFields reads "field key" a line, the keys of a field one after another.
func readFrontMatterFields(file string) []frontMatterField {
	var fields []frontMatterField
	for _, known := range readMetadataNames(file) {
		if last := len(fields) - 1; last >= 0 && fields[last].field == known.field {
			fields[last].keys = append(fields[last].keys, known.name)
			continue
		}
		fields = append(fields, frontMatterField{known.field, []string{known.name}})
	}
	return fields
}

// The bounds of front matter, which is a page of text at most: a hundred brackets deep is no metadata.
const (
	longestFrontMatter = 64 << 10
	deepestFrontMatter = 100
)

// cutFrontMatter cuts the YAML between "---" and "---" or "..." from the top of a text. Without a closing line, the
// opening one is a rule of the body.
func cutFrontMatter(text string) (matter, body string) {
	rest, found := cutFence(text, "---")
	if !found {
		return "", text
	}
	for start := 0; start < len(rest); {
		for _, fence := range []string{"---", "..."} {
			if after, found := cutFence(rest[start:], fence); found {
				return rest[:start], after
			}
		}
		_, next := lineEnd(rest, start)
		start = next
	}
	return "", text
}

// cutFence cuts a line of a fence alone from the beginning of a text.
func cutFence(text, fence string) (rest string, found bool) {
	end, next := lineEnd(text, 0)
	if strings.TrimRight(text[:end], " \t") != fence {
		return text, false
	}
	return text[next:], true
}

// readFrontMatter returns what front matter says of a document. Keys that are not known are passed over. Its errors
// carry the line in the whole file, for the first line is the fence, and no place.
func readFrontMatter(matter string) ([]rashomon.Detail, error) {
	if len(matter) > longestFrontMatter {
		return nil, frontMatterError(rashomon.ErrorTooLarge, 1, fmt.Sprintf("is longer than %d bytes", longestFrontMatter))
	}
	if line := deepLine(matter); line > 0 {
		cause := fmt.Sprintf("is nested deeper than %d", deepestFrontMatter)
		return nil, frontMatterError(rashomon.ErrorTooLarge, line+1, cause)
	}
	file, err := parser.ParseBytes([]byte(matter), 0)
	if err != nil {
		var syntax *yaml.SyntaxError
		if errors.As(err, &syntax) && syntax.Token != nil {
			line := syntax.Token.Position.Line + 1
			return nil, frontMatterError(rashomon.ErrorInvalid, line, "is not sound YAML: "+syntax.Message)
		}
		return nil, frontMatterError(rashomon.ErrorInvalid, 1, "is not sound YAML: "+err.Error())
	}
	var details []rashomon.Detail
	for _, known := range frontMatterFields {
		for _, document := range file.Docs {
			found, err := fieldDetails(known, document.Body)
			if err != nil {
				return nil, err
			}
			details = append(details, found...)
		}
	}
	return details, nil
}

// deepLine returns the number of the first line that opens more brackets, or is indented further, than metadata is; 0
// for none.
func deepLine(matter string) int {
	depth, number := 0, 0
	for line := range strings.Lines(matter) {
		number++
		depth += strings.Count(line, "[") + strings.Count(line, "{")
		indicators := len(line) - len(strings.TrimLeft(line, " -?:\t"))
		if depth > deepestFrontMatter || indicators > 2*deepestFrontMatter {
			return number
		}
		depth = max(0, depth-strings.Count(line, "]")-strings.Count(line, "}"))
	}
	return 0
}

func frontMatterError(kind rashomon.ErrorKind, line int, cause string) error {
	return &rashomon.Error{
		Kind: kind, Cause: fmt.Sprintf("line %d: the front matter %s", line, cause),
		Remedy: "write it as plain keys and values, or take it out",
	}
}

// fieldDetails returns the details that the keys of one field give.
func fieldDetails(known frontMatterField, body ast.Node) ([]rashomon.Detail, error) {
	var details []rashomon.Detail
	for _, pair := range pairs(body) {
		key := pair.Key.GetToken().Value
		if !slices.Contains(known.keys, strings.ReplaceAll(strings.ToLower(key), "-", "_")) {
			continue
		}
		values, err := frontMatterValues(pair.Value, known.field, key)
		if err != nil {
			return nil, err
		}
		for _, value := range values {
			if value = fieldValue(known.field, value); value != "" {
				rule := "front matter/" + strings.ToLower(key)
				details = append(details, rashomon.Detail{Field: known.field, Value: value, Rule: rule})
			}
		}
	}
	return details, nil
}

// pairs returns the keys and values of a mapping; none of another node.
func pairs(node ast.Node) []*ast.MappingValueNode {
	switch node := node.(type) {
	case *ast.MappingNode:
		return node.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{node}
	}
	return nil
}

// frontMatterValues returns the values of a node: a scalar gives one, a list of authors several, and an author may be a
// mapping with a name. Aliases are refused and not followed.
func frontMatterValues(node ast.Node, field rashomon.Field, key string) ([]string, error) {
	switch node := node.(type) {
	case nil, *ast.NullNode:
		return nil, nil
	case *ast.StringNode:
		return []string{node.Value}, nil
	case *ast.LiteralNode:
		return []string{node.Value.Value}, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return []string{node.GetToken().Value}, nil
	case *ast.TagNode:
		return frontMatterValues(node.Value, field, key)
	case *ast.SequenceNode:
		if field == rashomon.FieldAuthor {
			return listedValues(node, field, key)
		}
	case *ast.MappingNode, *ast.MappingValueNode:
		for _, pair := range pairs(node) {
			_, isText := pair.Value.(*ast.StringNode)
			if isText && field == rashomon.FieldAuthor && pair.Key.GetToken().Value == "name" {
				return frontMatterValues(pair.Value, field, key)
			}
		}
	}
	return nil, frontMatterError(rashomon.ErrorInvalid, node.GetToken().Position.Line+1,
		fmt.Sprintf("has no text under %q but: %s", key, strings.ToLower(node.Type().String())))
}

func listedValues(list *ast.SequenceNode, field rashomon.Field, key string) ([]string, error) {
	var values []string
	for _, item := range list.Values {
		if _, nested := item.(*ast.SequenceNode); nested {
			line := item.GetToken().Position.Line + 1
			return nil, frontMatterError(rashomon.ErrorInvalid, line, fmt.Sprintf("has under %q a list in a list", key))
		}
		found, err := frontMatterValues(item, field, key)
		if err != nil {
			return nil, err
		}
		values = append(values, found...)
	}
	return values, nil
}
