/** Whether a use is lawful for the person whose data it is: consents (Art. 6(1)(a), 7 GDPR). */
@NullMarked
package dev.protection.lawfulness;

import org.jspecify.annotations.NullMarked;
