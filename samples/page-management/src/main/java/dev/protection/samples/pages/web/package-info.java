/** The look of the pages: markup and frame. */
@NullMarked
package dev.protection.samples.pages.web;

import org.jspecify.annotations.NullMarked;
