package dev.protection.core.config;

import java.util.List;
import java.util.Map;

/** A piece of a configuration file, with the line it starts on. */
sealed interface Node {
    int line();

    /** What it is, as said in messages. */
    String kind();

    /** A mapping. */
    record Mapping(int line, Map<String, Node> entries) implements Node {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A list. */
    record Items(int line, List<Node> nodes) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A text, a number, true or false, or nothing; printed without its text, which may be a secret. */
    record Scalar(int line, Type type, String text) implements Node {
        @Override
        public String kind() {
            return type.words;
        }

        @Override
        public String toString() {
            return type.words;
        }
    }

    /** What a scalar is written as. */
    enum Type {
        TEXT("a text"),
        NUMBER("a number"),
        TRUTH("true or false"),
        NOTHING("nothing");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }
}
