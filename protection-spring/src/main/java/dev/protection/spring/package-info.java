/** What a Spring application sees of the library: purposes by annotation, and where contexts come from. */
@NullMarked
package dev.protection.spring;

import org.jspecify.annotations.NullMarked;
