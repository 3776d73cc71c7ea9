#!/usr/bin/env python3
"""The textbook's training in NumPy: textbook_mnist.py [steps]. Prints two lines of JSON.

A network 784-50-10 with a ReLU, weights of deviation 0.01, batches of 100 drawn from MNIST at random, learning rate
0.1, gradients by backpropagation written out by hand; the accuracy on all images after every epoch. First as a reader
of the book writes it: weights of float64, which is what NumPy draws, and the loss of each step computed anew. Then as
an expert would: float32, and the loss as a by-product of the step. The time is that of the training loop with the
examinations, without reading the files.
"""

import gzip
import json
import sys
import time
from pathlib import Path

import numpy as np

BATCH, HIDDEN, CLASSES, RATE = 100, 50, 10, 0.1
DATA = Path(__file__).resolve().parents[2] / "data" / "mnist"


def read(name: str, header: int) -> np.ndarray:
    """The bytes of an IDX file behind its header."""
    return np.frombuffer(gzip.decompress((DATA / name).read_bytes()), np.uint8, offset=header)


def load(part: str) -> tuple[np.ndarray, np.ndarray]:
    """Images [n, 784] from 0 to 1, and labels [n]."""
    images = read(f"{part}-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    return images.astype(np.float32) / 255, read(f"{part}-labels-idx1-ubyte.gz", 8)


class Network:
    def __init__(self, random: np.random.Generator, dtype: type) -> None:
        self.w1, self.b1 = self.layer(random, 784, HIDDEN, dtype)
        self.w2, self.b2 = self.layer(random, HIDDEN, CLASSES, dtype)

    @staticmethod
    def layer(random: np.random.Generator, inputs: int, outputs: int, dtype: type) -> tuple[np.ndarray, np.ndarray]:
        return (0.01 * random.standard_normal((inputs, outputs))).astype(dtype), np.zeros(outputs, dtype)

    def logits(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        hidden = np.maximum(x @ self.w1 + self.b1, 0)
        return hidden, hidden @ self.w2 + self.b2

    @staticmethod
    def softmax(z: np.ndarray) -> np.ndarray:
        exponentials = np.exp(z - z.max(axis=1, keepdims=True))
        return exponentials / exponentials.sum(axis=1, keepdims=True)

    def loss(self, x: np.ndarray, labels: np.ndarray) -> float:
        """The mean cross-entropy."""
        return self.cross_entropy(self.softmax(self.logits(x)[1]), labels)

    @staticmethod
    def cross_entropy(p: np.ndarray, labels: np.ndarray) -> float:
        return float(-np.log(p[np.arange(len(p)), labels] + 1e-7).mean())

    def step(self, x: np.ndarray, labels: np.ndarray) -> np.ndarray:
        """One step down the gradient of the mean cross-entropy; returns the probabilities before it."""
        hidden, z = self.logits(x)
        p = self.softmax(z)
        # Softmax and cross-entropy together have the derivative p - one_hot(labels).
        dz = p.copy()
        dz[np.arange(len(x)), labels] -= 1
        dz /= len(x)
        dhidden = dz @ self.w2.T
        dhidden[hidden <= 0] = 0
        self.w2 -= RATE * (hidden.T @ dz)
        self.b2 -= RATE * dz.sum(axis=0)
        self.w1 -= RATE * (x.T @ dhidden)
        self.b1 -= RATE * dhidden.sum(axis=0)
        return p

    def accuracy(self, x: np.ndarray, labels: np.ndarray) -> float:
        return float((self.logits(x)[1].argmax(axis=1) == labels).mean())


def train(peer: str, steps: int, dtype: type, loss_apart: bool) -> None:
    (images, labels), test = load("train"), load("t10k")
    random = np.random.default_rng(1)
    net = Network(random, dtype)
    losses, accuracies = [], []
    start = time.perf_counter()
    for step in range(steps):
        batch = random.integers(len(images), size=BATCH)
        x, t = images[batch], labels[batch]
        p = net.step(x, t)
        losses.append(net.loss(x, t) if loss_apart else net.cross_entropy(p, t))
        if (step + 1) % (len(images) // BATCH) == 0:
            accuracies.append((net.accuracy(images, labels), net.accuracy(*test)))
    seconds = time.perf_counter() - start
    print(json.dumps({
        "peer": peer,
        "workload": "textbook-training",
        "steps": steps,
        "seconds": seconds,
        "accuracy": net.accuracy(*test),
    }))


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    train("NumPy, as a reader of the book writes it", steps, np.float64, loss_apart=True)
    train("NumPy, float32, the loss as a by-product", steps, np.float32, loss_apart=False)


if __name__ == "__main__":
    main()
