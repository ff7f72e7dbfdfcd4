/** Applications of frameworks that send the program's own SQL. */
@NullMarked
package dev.protection.jdbc.frameworks.sql;

import org.jspecify.annotations.NullMarked;
