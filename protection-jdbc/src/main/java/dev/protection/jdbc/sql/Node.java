package dev.protection.jdbc.sql;

/** A part of a statement with its place in the text. */
interface Node {
    Span span();
}
