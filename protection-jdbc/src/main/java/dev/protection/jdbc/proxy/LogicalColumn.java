package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import java.util.Optional;

/**
 * One column of a result as the application sees it.
 *
 * @param physical its ordinal in the driver's result, from 1
 * @param label its label; empty where the driver's own is right
 * @param sealed the type for the application, for a column whose values are opened first; empty for one handed on as it is
 */
record LogicalColumn(int physical, String label, Optional<ColumnType> sealed) {}
