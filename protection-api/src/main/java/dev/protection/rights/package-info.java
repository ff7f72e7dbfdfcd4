/** The rights of the persons whose data it is: copies and erasure (Art. 15 to 20 GDPR), and the state they are in. */
@NullMarked
package dev.protection.rights;

import org.jspecify.annotations.NullMarked;
