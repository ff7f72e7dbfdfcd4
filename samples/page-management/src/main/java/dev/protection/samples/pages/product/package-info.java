/** The product. Of the library it knows {@code @ForPurpose}, and in {@link Attachments} one source of personal data. */
@NullMarked
package dev.protection.samples.pages.product;

import org.jspecify.annotations.NullMarked;
