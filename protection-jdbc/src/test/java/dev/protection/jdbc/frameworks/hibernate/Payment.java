package dev.protection.jdbc.frameworks.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A joined table for each kind. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Payment {
    /** By card. */
    @Entity(name = "CardPayment")
    public static class CardPayment extends Payment {
        @Nullable
        String holder;
    }

    /** From an account. */
    @Entity(name = "TransferPayment")
    public static class TransferPayment extends Payment {
        @Nullable
        String iban;

        @Nullable
        Integer days;
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Nullable
    Long id;

    @Nullable
    String payer;

    @Nullable
    BigDecimal amount;

    static CardPayment card(String payer, String holder) {
        CardPayment card = new CardPayment();
        card.payer = payer;
        card.holder = holder;
        card.amount = new BigDecimal("12.30");
        return card;
    }

    static TransferPayment transfer(String payer, String iban) {
        TransferPayment transfer = new TransferPayment();
        transfer.payer = payer;
        transfer.iban = iban;
        transfer.days = 3;
        transfer.amount = new BigDecimal("99");
        return transfer;
    }

    @Override
    public String toString() {
        String kind = this instanceof CardPayment card
                ? " card " + card.holder
                : this instanceof TransferPayment transfer ? " iban " + transfer.iban : "";
        return "Payment " + id + " " + payer + kind;
    }
}
