package dev.protection;

/** What is done with personal data; the four actions that authorisation tells apart (W3C DPV 2.3). */
public enum Action {
    /** Looking at single records ({@code dpv:Access}). */
    READ("https://w3id.org/dpv#Access"),
    /** Taking many records away: an export, or reading past the bulk threshold ({@code dpv:Copy}). */
    COPY("https://w3id.org/dpv#Copy"),
    /** Writing or changing ({@code dpv:Modify}). */
    MODIFY("https://w3id.org/dpv#Modify"),
    /** Removing rows ({@code dpv:Delete}). */
    DELETE("https://w3id.org/dpv#Delete");

    private final String iri;

    Action(String iri) {
        this.iri = iri;
    }

    /**
     * Returns the DPV term.
     *
     * @return an IRI
     */
    public String iri() {
        return iri;
    }
}
