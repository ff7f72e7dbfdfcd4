/** What of the library's façade the product needs: consents are recorded where they are given. */
@NullMarked
package dev.protection.samples.pages.desk;

import org.jspecify.annotations.NullMarked;
