package dev.protection.samples.pages.start;

/** Who gets the newsletter. */
public interface Subscriptions {
    /**
     * Subscribes a contact.
     *
     * @param tenant whose contact it is
     * @param contact the contact's id
     */
    void subscribe(String tenant, long contact);
}
