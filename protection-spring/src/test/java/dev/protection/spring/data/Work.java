package dev.protection.spring.data;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Work in transactions of all kinds. */
class Work {
    /** What makes the outer transaction roll back. */
    static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Autowired
    Clients clients;

    @Lazy
    @Autowired
    Work self;

    @Transactional(readOnly = true)
    String read(String email) {
        return clients.findByEmail(email).get(0).fullName();
    }

    @Transactional
    void outer(String email) {
        clients.save(client("outer-" + email));
        self.inner("inner-" + email);
        throw new Undone();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void inner(String email) {
        clients.save(client(email));
    }

    @Transactional
    void around(String email) {
        clients.save(client("around-" + email));
        try {
            self.nested("nested-" + email);
        } catch (Undone e) {
            clients.save(client("after-" + email));
        }
    }

    @Transactional(propagation = Propagation.NESTED)
    void nested(String email) {
        clients.save(client(email));
        throw new Undone();
    }

    static Person client(String email) {
        return new Person(null, "acme", "Name of " + email, email, "Oulu");
    }
}
