package dev.protection.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Turns the tokens of one document into nodes; keys written twice are problems, not overwritten. */
final class NodeReader {
    private static final int DEEPEST = 24;

    private final JsonParser tokens;
    private final Predicate<JsonParser> alias;
    private final Report report;

    /** The predicate tells whether the current token is an alias. */
    NodeReader(JsonParser tokens, Predicate<JsonParser> alias, Report report) {
        this.tokens = tokens;
        this.alias = alias;
        this.report = report;
    }

    /** Returns the document's root; null after a problem has been reported. */
    @Nullable
    Node document() {
        if (tokens.nextToken() == null) {
            report.whole("is empty; it needs at least a controller, purposes and datasets");
            return null;
        }
        Node root = node("", 0);
        if (tokens.nextToken() != null) {
            report.at(line(), "", "a second document starts here; one file is one declaration");
        }
        return root;
    }

    private Node node(String path, int depth) {
        int line = line();
        report.remember(path, line);
        if (depth > DEEPEST) {
            report.at(line, path, "is nested too deeply");
            tokens.skipChildren();
            return new Node.Scalar(line, Node.Type.NOTHING, "");
        }
        if (tokens.canReadObjectId() && tokens.getObjectId() != null) {
            report.at(line, path, "anchors (&) are not offered; write it out");
        }
        if (tokens.canReadTypeId() && tokens.getTypeId() != null) {
            report.at(line, path, "tags (!) are not offered; write the value alone");
        }
        return switch (tokens.currentToken()) {
            case START_OBJECT -> mapping(path, line, depth);
            case START_ARRAY -> items(path, line, depth);
            default -> scalar(path, line);
        };
    }

    private Node mapping(String path, int line, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (JsonToken next = tokens.nextToken(); next == JsonToken.PROPERTY_NAME; next = tokens.nextToken()) {
            String key = tokens.currentName();
            String inner = path.isEmpty() ? key : path + "." + key;
            int keyLine = line();
            report.remember(inner, keyLine);
            tokens.nextToken();
            Node value = node(inner, depth + 1);
            Node before = entries.putIfAbsent(key, value);
            if (before != null) {
                report.at(keyLine, inner, "is written twice, first on line " + before.line());
            }
        }
        return new Node.Mapping(line, entries);
    }

    private Node items(String path, int line, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (JsonToken next = tokens.nextToken();
                next != null && next != JsonToken.END_ARRAY;
                next = tokens.nextToken()) {
            nodes.add(node(path + "[" + nodes.size() + "]", depth + 1));
        }
        return new Node.Items(line, nodes);
    }

    private Node scalar(String path, int line) {
        if (alias.test(tokens)) {
            report.at(line, path, "aliases (*) are not offered; write it out");
        }
        Node.Type type = switch (tokens.currentToken()) {
            case VALUE_STRING -> Node.Type.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.Type.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Node.Type.TRUTH;
            default -> Node.Type.NOTHING;
        };
        return new Node.Scalar(line, type, type == Node.Type.NOTHING ? "" : tokens.getString());
    }

    private int line() {
        return tokens.currentTokenLocation().getLineNr();
    }
}
