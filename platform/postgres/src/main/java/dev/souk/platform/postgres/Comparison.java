package dev.souk.platform.postgres;

/// A read model beside the one made again from the journals, both up to the same cursors. A digest is the sum of the hashes
/// of the rows.
///
/// @param differing rows that only one of the two has
/// @param exchanged whether the new rows are now the live ones
public record Comparison(
        String context, String model, long rows, String digest, long rebuiltRows, String rebuiltDigest, long differing,
        boolean exchanged) {
    public boolean equal() {
        return rows == rebuiltRows && digest.equals(rebuiltDigest) && differing == 0;
    }
}
