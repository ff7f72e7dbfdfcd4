/**
 * The face of the interceptor: what an application gets instead of the driver's own connections, statements and
 * results. {@code Delegating...} classes are generated and hand every call on; the classes above them are written by
 * hand and hold only the methods that mean something.
 */
@NullMarked
package dev.protection.jdbc.proxy;

import org.jspecify.annotations.NullMarked;
