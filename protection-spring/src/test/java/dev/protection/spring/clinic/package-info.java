/** Applications in the style of others, whose code knows nothing of the library. */
package dev.protection.spring.clinic;
