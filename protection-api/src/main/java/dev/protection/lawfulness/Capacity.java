package dev.protection.lawfulness;

/** In which capacity the data of a controller is processed here. */
public enum Capacity {
    /** As the controller itself (Art. 4(7) GDPR). */
    CONTROLLER,
    /** Together with the controller (Art. 26 GDPR). */
    JOINT,
    /** On behalf of the controller, on its documented instructions alone (Art. 28(3)(a), 29 GDPR). */
    PROCESSOR
}
