package dev.protection.core.rights;

/**
 * A key that an erasure destroys.
 *
 * @param id its id in hexadecimal
 * @param retentionClass the name of its class
 * @param handle how the audit log names the person, in hexadecimal
 */
public record DoomedKey(String id, String retentionClass, String handle) {}
