package dev.protection.spring.hotel;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.SoftDelete;

/** A stay; marked when it is deleted. */
@Entity
@Table(name = "stay")
@SoftDelete
class Stay {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Guest guest;

    String room;

    LocalDate arrival;

    String wishes;

    byte[] passport;

    /** What nobody declared, as a large object of the database. */
    @Lob
    String terms;

    protected Stay() {}

    Stay(Guest guest, String room, LocalDate arrival, String wishes) {
        this.guest = guest;
        this.room = room;
        this.arrival = arrival;
        this.wishes = wishes;
        this.terms = "terms of " + room;
    }

    @Override
    public String toString() {
        return id + " " + room + " " + arrival + " " + wishes + " " + (passport == null ? null : passport.length) + " "
                + terms;
    }
}
