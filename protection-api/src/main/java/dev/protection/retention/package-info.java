/** How long personal data is kept, what a law makes one keep, and what must not be removed (Art. 5(1)(e), 17(3) GDPR). */
@NullMarked
package dev.protection.retention;

import org.jspecify.annotations.NullMarked;
