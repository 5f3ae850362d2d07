package org.talenthub.accounts.invitations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where an account's letters go. */
@Entity
@Table(name = "account_mail")
class MailAddress {

    @Id
    @Column(name = "account_id")
    private long account;

    private String address;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected MailAddress() {}

    MailAddress(long account, String address) {
        this.account = account;
        this.address = address;
    }

    String address() {
        return address;
    }
}
