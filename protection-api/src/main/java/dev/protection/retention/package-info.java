/** How long personal data is kept, what a law makes one keep, and what may not go for now (Art. 5(1)(e), 17(3) GDPR). */
@NullMarked
package dev.protection.retention;

import org.jspecify.annotations.NullMarked;
