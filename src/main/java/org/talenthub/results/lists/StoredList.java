package org.talenthub.results.lists;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.annotations.Formula;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.results.lists.RecordLists.RecordList;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;

/** A list with its entries, by record id. */
@Entity
@Table(name = "record_list")
class StoredList {

    @Id
    private long id;

    @Column(name = "account_id")
    private long account;

    private String owner;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private String organisation;

    private boolean shared;
    private String name;
    private Instant createdAt;

    /** As it was read; {@link #entries} is the truth while it is changed. */
    @Formula("(select count(*) from record_list_entry e where e.list_id = id)")
    private int size;

    @ElementCollection
    @CollectionTable(name = "record_list_entry", joinColumns = @JoinColumn(name = "list_id"))
    @MapKeyColumn(name = "record_id")
    private Map<Long, Entry> entries = new HashMap<>();

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredList() {}

    StoredList(String name, boolean shared, Viewer viewer) {
        this.id = Ids.next();
        this.account = viewer.account();
        this.owner = viewer.displayName();
        this.organisation = Organisation.of(viewer);
        this.shared = shared;
        this.name = name;
        this.createdAt = Instant.now();
    }

    @Embeddable
    static class Entry {

        private String kind;
        private String note;
        private String addedBy;
        private Instant addedAt;

        /** For Hibernate. */
        @SuppressWarnings("NullAway.Init")
        protected Entry() {}

        Entry(Kind kind, String note, String addedBy, Instant addedAt) {
            this.kind = kind.path();
            this.note = note;
            this.addedBy = addedBy;
            this.addedAt = addedAt;
        }

        RecordLists.Entry view(long record) {
            return new RecordLists.Entry(
                    record, Kind.ofPath(kind).orElseThrow(), Contacts.mask(note), addedBy, addedAt);
        }

        void annotate(String given) {
            this.note = given;
        }
    }

    void rename(String given) {
        this.name = given;
    }

    void share(boolean whether) {
        this.shared = whether;
    }

    Map<Long, Entry> entries() {
        return entries;
    }

    RecordList view() {
        return new RecordList(id, account, owner, shared, name, createdAt, size);
    }
}
