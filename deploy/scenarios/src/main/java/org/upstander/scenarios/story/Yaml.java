package org.upstander.scenarios.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML document as a tree, with the line of each of its keys. Anchors and aliases are followed; a
 * key twice in one map is refused, since one of the two would be lost. Scalars stay text: what they
 * are to be, the reader of the tree knows.
 */
final class Yaml {

    private final String file;
    private final JsonNode tree;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Yaml(String file, String text) {
        this.file = file;
        LoaderOptions options = new LoaderOptions();
        try {
            Node root =
                    new Composer(
                                    new ParserImpl(
                                            new StreamReader(new StringReader(text)), options),
                                    new Resolver(),
                                    options)
                            .getSingleNode();
            tree = root == null ? NullNode.instance : tree("", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new StoryProblem(List.of("%s:%d: %s".formatted(file, line, e.getProblem())));
        } catch (YAMLException e) {
            throw new StoryProblem(List.of("%s: %s".formatted(file, e.getMessage())));
        }
        if (!problems.isEmpty()) {
            throw new StoryProblem(problems);
        }
    }

    /**
     * @param file for messages
     */
    static Yaml of(String file, String text) {
        return new Yaml(file, text);
    }

    JsonNode tree() {
        return tree;
    }

    /** A line of a message; where the key is not there, the line of what it should be in. */
    String problem(String path, String what) {
        return "%s:%d: %s: %s".formatted(file, line(path), path, what);
    }

    int line(String path) {
        String known = path;
        while (!lines.containsKey(known) && known.contains("/")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return lines.getOrDefault(known, 1);
    }

    private JsonNode tree(String path, Node node) {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode map) {
            return object(path, map);
        }
        if (node instanceof SequenceNode list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : list.getValue()) {
                array.add(tree(below(path, Integer.toString(array.size())), item));
            }
            return array;
        }
        return Tag.NULL.equals(node.getTag())
                ? NullNode.instance
                : TextNode.valueOf(((ScalarNode) node).getValue());
    }

    private ObjectNode object(String path, MappingNode map) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : map.getValue()) {
            String key =
                    entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "(no name)";
            String at = below(path, key);
            lines.put(at, entry.getKeyNode().getStartMark().getLine() + 1);
            if (object.has(key)) {
                problems.add(problem(at, "is there twice: leave one of them out."));
            }
            object.set(key, tree(at, entry.getValueNode()));
        }
        return object;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
