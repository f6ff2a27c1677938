"""What is wrong with a certificate, by the number that OpenSSL gives it."""

from __future__ import annotations

import ssl

# X509_V_ERR_… of OpenSSL's x509_vfy.h
_FAULTS = {
    9: "not_yet_valid",
    10: "expired",
    18: "self_signed",
    19: "unknown_issuer",
    20: "unknown_issuer",
    21: "unknown_issuer",
    62: "wrong_name",
    64: "wrong_name",
}


def fault_of(error: BaseException) -> str:
    """The name of a certificate's fault; empty where the connection failed for another reason, which no exception can excuse."""
    cause = getattr(error, "certificate_error", error)
    if not isinstance(cause, ssl.SSLCertVerificationError):
        return ""
    return _FAULTS.get(cause.verify_code, "other")
